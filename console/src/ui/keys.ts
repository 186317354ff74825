import { useEffect } from 'react';

/** Physical keys (`KeyJ`), because the same finger must work in the Russian and the Latin layout. */
export type Keys = Partial<Record<string, (event: KeyboardEvent) => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Shortcuts of a page: silent while one types, while a dialog is open, and with Ctrl, Alt or Meta held. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (typing(event.target) || document.querySelector('dialog[open]') !== null) return;
      const name = event.shiftKey ? `Shift+${event.code}` : event.code;
      const act = keys[name];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [keys]);
}
