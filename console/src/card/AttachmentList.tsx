import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../api/types';
import { useConsole } from '../session/context';
import { fileSize, fileKinds } from '../words/files';

interface Props<File extends Attachment> { incident: string; files: File[]; onRemove?: (file: File) => void }

/** Files of a reply: pictures to look at, all of them to save. */
export function AttachmentList<File extends Attachment>({ incident, files, onRemove }: Props<File>) {
  const { api } = useConsole();
  if (files.length === 0) return null;
  const save = async (file: File): Promise<void> => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await api.attachmentContent(incident, file.id));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <ul className="attachments" aria-label="Вложения">
      {files.map((file) => (
        <li key={file.id} className="attachment">
          {file.kind === 'photo' ? <Picture incident={incident} file={file} /> : <span className="attachment-kind" aria-hidden="true">{fileKinds[file.kind].sign}</span>}
          <span className="attachment-name">{file.name}<span className="muted"> {fileSize(file.size)}</span></span>
          <button type="button" className="button button-quiet" onClick={() => void save(file)} aria-label={`Скачать ${file.name}`}>Скачать</button>
          {onRemove !== undefined && <button type="button" className="button button-quiet" onClick={() => onRemove(file)} aria-label={`Убрать ${file.name}`}>Убрать</button>}
        </li>
      ))}
    </ul>
  );
}

/** The bytes need the token, so the browser cannot fetch them by an address of its own. */
function Picture({ incident, file }: { incident: string; file: Attachment }) {
  const { api } = useConsole();
  const picture = useQuery({
    queryKey: ['attachment', file.id],
    queryFn: async () => dataUrl(await api.attachmentContent(incident, file.id)),
    staleTime: Infinity, gcTime: 60_000,
  });
  if (picture.isError) return <span className="attachment-kind" role="img" aria-label={`${file.name}: не загрузилось`}>!</span>;
  return picture.data === undefined ? <span className="attachment-kind" aria-hidden="true" /> : <img className="attachment-picture" src={picture.data} alt={file.name} />;
}

/** Bytes at a time that may be arguments of one call. */
const PIECE = 8192;

/** The policy of the page allows pictures of this kind, and nothing has to be given back when the picture goes. */
async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return `data:${blob.type};base64,${btoa(text)}`;
}
