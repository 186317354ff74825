import { useMemo, type RefObject } from 'react';
import { useKeys } from '../ui/keys';

/** Moves the focus by `step` rows; from outside the list to its first or last row. Enter is the link's own. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('a.row-link') ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step;
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
}

export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const keys = useMemo(() => {
    const down = (): void => moveFocus(list.current, 1);
    const up = (): void => moveFocus(list.current, -1);
    return { ArrowDown: down, KeyJ: down, ArrowUp: up, KeyK: up };
  }, [list]);
  useKeys(keys);
}
