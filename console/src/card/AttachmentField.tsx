import { useState, type ClipboardEvent, type DragEvent } from 'react';
import type { Card } from '../api/types';
import { ProblemNotice } from '../ui/Notice';
import { acceptedFiles } from '../words/files';
import { AttachmentList } from './AttachmentList';
import type { Attaching, Coming } from './useAttachments';

/** Where files are brought: chosen, dropped here, or pasted into the text. */
export function AttachmentField({ card, attaching }: { card: Card; attaching: Attaching }) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => { event.preventDefault(); setOver(true); };
  const drop = (event: DragEvent): void => { event.preventDefault(); setOver(false); attaching.add(event.dataTransfer.files); };
  return (
    <div className={isOver ? 'attaching attaching-over' : 'attaching'} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <AttachmentList incident={card.id} files={attaching.files} onRemove={attaching.remove} />
      {attaching.coming.map((file) => <ComingFile key={file.key} file={file} onDismiss={() => attaching.dismiss(file.key)} />)}
      <p className="attaching-foot">
        <label className="button">Приложить файл
          <input type="file" multiple className="visually-hidden" accept={acceptedFiles}
            onChange={(event) => { attaching.add(event.target.files ?? []); event.target.value = ''; }} />
        </label>
        <span className="muted">Фото, видео, PDF, Word или Excel. Можно перетащить сюда или вставить в текст. Сведения об авторах и о месте съёмки из файла удаляются.</span>
      </p>
    </div>
  );
}

function ComingFile({ file, onDismiss }: { file: Coming; onDismiss: () => void }) {
  if (file.problem !== null) {
    return (
      <div className="coming">
        <span>{file.name}</span>
        <ProblemNotice problem={file.problem} />
        <button type="button" className="button" onClick={onDismiss}>Понятно</button>
      </div>
    );
  }
  return (
    <p className="coming">
      <span>{file.name}</span> <progress value={file.share} max={1} aria-label={`Загружается ${file.name}`} />
    </p>
  );
}

/** Files on the clipboard become attachments; words are left to the text. */
export function pastedFiles(event: ClipboardEvent): File[] {
  const files = [...event.clipboardData.files];
  if (files.length > 0) event.preventDefault();
  return files;
}
