import { useEffect, useState } from 'react';
import { Dialog } from './Dialog';

const keys: [keys: string, what: string][] = [
  ['↑ ↓ или K J', 'по сообщениям в очереди'],
  ['Enter', 'открыть сообщение'],
  ['1 … 5', 'вкладки очереди'],
  ['/', 'поиск'],
  ['Esc', 'из сообщения назад к очереди'],
  ['Ctrl + Enter', 'отправить текст или форму'],
  ['Z', 'отменить последний шаг, пока это предлагают'],
  ['?', 'эта подсказка'],
];

/** A list of the shortcuts, opened by `?` wherever the layout has it, or by the button. */
export function KeysHelp() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === '?' && !isTyping) setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button type="button" className="button button-quiet keys-button" aria-label="Клавиши" title="Клавиши (?)" onClick={() => setOpen(true)}>?</button>
      {isOpen && (
        <Dialog title="Клавиши" onClose={() => setOpen(false)}>
          <dl className="facts keys">{keys.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl>
          <p className="dialog-buttons"><button type="button" className="button button-main" autoFocus onClick={() => setOpen(false)}>Закрыть</button></p>
        </Dialog>
      )}
    </>
  );
}
