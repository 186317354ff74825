import type { Attachment } from '../api/types';

export const fileKinds: Record<Attachment['kind'], { title: string; sign: string }> = {
  photo: { title: 'Фото', sign: '🖼' },
  video: { title: 'Видео', sign: '🎞' },
  document: { title: 'Документ', sign: '📄' },
};

/** What the file window offers; the server looks inside and decides. */
export const acceptedFiles = '.jpg,.jpeg,.png,.mp4,.mov,.pdf,.docx,.xlsx';

const KILO = 1024;

export function fileSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} байт`;
  const kilo = bytes / KILO;
  return kilo < KILO ? `${Math.round(kilo)} КБ` : `${(kilo / KILO).toFixed(1).replace('.', ',')} МБ`;
}
