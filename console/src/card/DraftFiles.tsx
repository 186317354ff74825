import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { problemFrom } from '../api/problem';
import type { Card, DraftFormat, FileWords } from '../api/types';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';
import { plural } from '../words/words';

const formats: Record<DraftFormat, string> = { pdf: 'PDF', docx: 'DOCX', rtf: 'RTF' };

/** Takes the draft on the card out as a file. */
export function DraftDownloads({ card }: { card: Card }) {
  const { api } = useConsole();
  const taking = useMutation({
    mutationFn: async (format: DraftFormat) => saveAs(await api.draftFile(card.id, format), `${card.number}.${format}`),
  });
  return (
    <>
      <p className="draft-files">
        <span className="muted">Скачать:</span>
        {(Object.keys(formats) as DraftFormat[]).map((format) => (
          <button key={format} type="button" className="button button-quiet" disabled={taking.isPending} onClick={() => taking.mutate(format)}>{formats[format]}</button>
        ))}
      </p>
      {taking.isError && <ProblemNotice problem={problemFrom(taking.error)} />}
    </>
  );
}

/** A link cannot carry the token, so the bytes are fetched first. */
function saveAs(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Brings the words of a file into the editor. */
export function FileReading({ card, onRead }: { card: Card; onRead: (text: string) => void }) {
  const { api } = useConsole();
  const field = useRef<HTMLInputElement>(null);
  const reading = useMutation({ mutationFn: (file: File) => api.readFile(card.id, file), onSuccess: (words) => onRead(words.text) });
  return (
    <>
      <input ref={field} type="file" className="visually-hidden" tabIndex={-1} aria-label="Файл с ответом" accept=".docx,.doc,.rtf"
        onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file !== undefined) reading.mutate(file); }} />
      <button type="button" className="button" disabled={reading.isPending} onClick={() => field.current?.click()}>
        {reading.isPending ? 'Читаю…' : 'Прочитать из файла'}
      </button>
      {reading.isError && <ProblemNotice problem={problemFrom(reading.error)} />}
      {reading.isSuccess && reading.data.removed > 0 && <span className="muted" role="status">{removedFrom(reading.data)}</span>}
    </>
  );
}

const removedFrom = ({ removed }: FileWords): string => `Из текста убрано: ${plural(removed, 'невидимый знак', 'невидимых знака', 'невидимых знаков')}.`;
