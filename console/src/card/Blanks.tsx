import type { RefObject } from 'react';
import { Notice } from '../ui/Notice';

interface Props { blanks: string[]; text: string; field: RefObject<HTMLTextAreaElement | null> }

/** Places of a template that a person has to fill; each leads to where it stands, and goes once it is filled. */
export function Blanks({ blanks, text, field }: Props) {
  const left = [...new Set(blanks)].filter((blank) => text.includes(blank));
  const show = (blank: string): void => {
    const at = text.indexOf(blank);
    field.current?.focus();
    field.current?.setSelectionRange(at, at + blank.length);
  };
  if (left.length === 0) return null;
  return (
    <Notice tone="warn" live="status">
      <strong>Осталось заполнить</strong>
      <ul className="blanks">
        {left.map((blank) => <li key={blank}><button type="button" className="link" onClick={() => show(blank)}>{blank.slice(1, -1)}</button></li>)}
      </ul>
    </Notice>
  );
}
