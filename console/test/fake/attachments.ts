import { randomUUID } from 'node:crypto';
import type { Attachment } from '../../src/api/types.ts';
import { offersTo, type FakeIncident } from './incident.ts';
import type { Refusal } from './otklik.ts';
import type { FakePerson } from './people.ts';

type Told = { value: unknown; status: number } | { bytes: ArrayBuffer; type: string } | { refusal: Refusal };

const types: Record<string, [Attachment['kind'], string]> = {
  jpg: ['photo', 'image/jpeg'], png: ['photo', 'image/png'], mp4: ['video', 'video/mp4'], pdf: ['document', 'application/pdf'],
};

const refuse = (status: number, code: string, title: string, detail: string): Told => ({ refusal: { status, code, title, detail } });

/** Files of an incident. Takes them by the ending of their names: looking inside is the service's affair. */
export async function attachments(person: FakePerson, incident: FakeIncident, path: string[], url: URL, request: Request): Promise<Told> {
  const [id, part] = path;
  if (id === undefined) return request.method === 'POST' ? add(person, incident, url, request) : { value: { items: [...incident.files.values()].map((file) => file.kept) }, status: 200 };
  const file = incident.files.get(id);
  if (file === undefined) return refuse(404, 'not-found', 'Не найдено', 'Такого файла нет.');
  if (part === 'content') return { bytes: file.bytes, type: file.kept.mediaType };
  if (file.kept.handedIn) return refuse(409, 'attachment-in-use', 'Вложение уже в проекте ответа', 'Отправьте следующий проект без него.');
  incident.files.delete(id);
  return { value: null, status: 204 };
}

async function add(person: FakePerson, incident: FakeIncident, url: URL, request: Request): Promise<Told> {
  const name = url.searchParams.get('name') ?? '';
  const type = types[name.split('.').pop() ?? ''];
  if (!offersTo(person, incident).some((offer) => offer.type === 'SubmitDraft' || offer.type === 'Contribute')) return refuse(403, 'not-yours', 'Это действие вам недоступно', 'Файлы прикладывает тот, кто готовит ответ.');
  if (type === undefined) return refuse(422, 'attachment-type', 'Такой файл приложить нельзя', 'Можно приложить фото, видео или документ.');
  const bytes = await request.arrayBuffer();
  const kept = {
    id: randomUUID(), kind: type[0], name, mediaType: type[1], size: bytes.byteLength, sha256: 'ab',
    at: new Date().toISOString(), by: { id: person.login, name: person.name }, handedIn: false,
  };
  incident.files.set(kept.id, { kept, bytes });
  return { value: kept, status: 201 };
}
