/** RFC 9457 answer of the server, or the lack of one (`status` 0: no connection). `message` is the Russian title. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    readonly code: string | null,
    readonly clause: string | null,
    /** What stands there now and its version, where somebody else was quicker and the server says it. */
    readonly current: { value: object; version: number } | null = null,
  ) {
    super(title);
    this.name = 'Problem';
  }

  /** Somebody else was quicker: the incident has another version or state than the screen shows. */
  get isClash(): boolean {
    return this.status === 409 || this.status === 412;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  /** The answer is unknown, so the same request may be sent again with the same idempotency key. */
  get isUnknownOutcome(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

const titles: Record<number, string> = {
  401: 'Вход истёк',
  403: 'На это действие нет прав',
  404: 'Ничего не найдено',
  409: 'Сейчас так сделать нельзя',
  412: 'Сообщение уже изменилось',
  413: 'Слишком длинный текст',
  422: 'Проверьте, что введено',
  429: 'Слишком часто',
  503: 'Сервис ненадолго недоступен',
};

const field = (body: unknown, name: string): string | null => {
  if (typeof body !== 'object' || body === null) return null;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

function currentOf(body: unknown): Problem['current'] {
  const { current, version } = (body ?? {}) as { current?: unknown; version?: unknown };
  return typeof current === 'object' && current !== null && typeof version === 'number' ? { value: current, version } : null;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fallback = titles[response.status] ?? (response.status >= 500 ? 'На сервере что-то сломалось' : 'Не получилось');
  return new Problem(
    response.status,
    field(body, 'title') ?? fallback,
    field(body, 'detail') ?? (response.status >= 500 ? 'Попробуйте ещё раз через минуту.' : null),
    field(body, 'code'),
    field(body, 'clause'),
    currentOf(body),
  );
}

export const offlineProblem = (): Problem =>
  new Problem(0, 'Нет связи с сервером', 'Проверьте сеть. Введённый текст сохранён на этом компьютере.', 'offline', null);

export const problemFrom = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(-1, 'Что-то пошло не так', error instanceof Error ? error.message : null, null, null);
