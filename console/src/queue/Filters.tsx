import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type RefObject } from 'react';
import { useConsole } from '../session/context';
import { stateWords } from '../words/words';
import type { Filter } from './filter';

interface Props { filter: Filter; onChange: (part: Partial<Filter>) => void; search: RefObject<HTMLInputElement | null>; onDown: () => void }

const SEARCH_PAUSE_MS = 300;

export function Filters({ filter, onChange, search, onDown }: Props) {
  const { api, jurisdiction } = useConsole();
  const organs = useQuery({ queryKey: ['organs', jurisdiction], queryFn: () => api.organs(jurisdiction), staleTime: 300_000 });
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField filter={filter} onChange={onChange} search={search} onDown={onDown} />
      <label className="field-inline">
        <span className="visually-hidden">Орган</span>
        <select value={filter.organ} onChange={(event) => onChange({ organ: event.target.value })}>
          <option value="">Все органы</option>
          {organs.data?.map((organ) => <option key={organ.id} value={organ.id}>{organ.name}</option>)}
        </select>
      </label>
      <label className="field-inline">
        <span className="visually-hidden">Состояние</span>
        <select value={filter.state} onChange={(event) => onChange({ state: event.target.value })}>
          <option value="">Любое состояние</option>
          {Object.entries(stateWords).map(([state, name]) => <option key={state} value={state}>{name}</option>)}
        </select>
      </label>
    </form>
  );
}

/** Types freely and asks the server after a short rest. */
function SearchField({ filter, onChange, search, onDown }: Props) {
  const [text, setText] = useState(filter.q);
  const [asked, setAsked] = useState(filter.q);
  if (asked !== filter.q) {
    setAsked(filter.q);
    if (filter.q === '') setText(''); // cleared by the button, or by «назад»
  }
  useEffect(() => {
    if (text.trim() === filter.q) return undefined;
    const timer = setTimeout(() => onChange({ q: text.trim() }), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, filter.q, onChange]);
  return (
    <label className="field-inline field-search">
      <span className="visually-hidden">Поиск</span>
      <input ref={search} type="search" value={text} placeholder="Номер или слова из поста…" title="Клавиша /"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') { event.preventDefault(); onDown(); }
          if (event.key === 'Escape') event.currentTarget.blur();
        }} />
    </label>
  );
}
