import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { problemFrom } from '../api/problem';
import type { Card, FilledTemplate } from '../api/types';
import { useConsole } from '../session/context';
import { ProblemNotice } from '../ui/Notice';

interface Props { card: Card; onFilled: (filled: FilledTemplate) => void }

/** Ready texts that fit the incident, the closest first; the chosen one comes filled in. */
export function TemplateChoice({ card, onFilled }: Props) {
  const { api } = useConsole();
  const label = useId();
  const [chosen, setChosen] = useState('');
  const templates = useQuery({ queryKey: ['templates', card.id, card.version], queryFn: () => api.templates(card.id) });
  const filling = useMutation({ mutationFn: (template: string) => api.fillTemplate(card.id, template), onSuccess: onFilled });
  const items = templates.data ?? [];
  const template = items.some((each) => each.id === chosen) ? chosen : (items[0]?.id ?? '');
  if (items.length === 0) return null;
  return (
    <div className="templates">
      <label htmlFor={label}>Шаблон</label>
      <select id={label} value={template} onChange={(event) => setChosen(event.target.value)}>
        {items.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
      </select>
      <button type="button" className="button" disabled={filling.isPending} onClick={() => filling.mutate(template)}>
        {filling.isPending ? 'Заполняю…' : 'Вставить'}
      </button>
      {filling.isError && <ProblemNotice problem={problemFrom(filling.error)} />}
    </div>
  );
}
