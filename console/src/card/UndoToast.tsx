import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { problemFrom } from '../api/problem';
import { useConsole } from '../session/context';
import { useTicking } from '../time/ticker';
import { useKeys } from '../ui/keys';
import { stateName } from '../words/words';
import { UndoContext, type Undoable } from './undo';

/** Offers to take the last step back, on whichever page one is by then: after «Вернуть куратору» the card itself is out of sight. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [step, setStep] = useState<Undoable | null>(null);
  // Each step once: what was closed stays closed, however often the card is read anew.
  const shown = useRef(new Set<string>());
  const undo = useMemo(() => ({
    offer: (offered: Undoable) => {
      const name = `${offered.id}/${offered.version}`;
      if (shown.current.has(name)) return;
      shown.current.add(name);
      setStep(offered);
    },
  }), []);
  const close = useCallback(() => setStep(null), []);
  return (
    <UndoContext value={undo}>
      {children}
      <div role="status">{step !== null && <Toast key={`${step.id}/${step.version}`} step={step} onClose={close} />}</div>
    </UndoContext>
  );
}

const DONE_SHOWN_MS = 4_000;

function Toast({ step, onClose }: { step: Undoable; onClose: () => void }) {
  const { api } = useConsole();
  const client = useQueryClient();
  const left = useTicking(useCallback((nowMs: number) => Math.max(0, Math.ceil((step.until - nowMs) / 1_000)), [step.until]));
  const [key] = useState(() => `undo-${step.id}-${step.version}`);
  const undoing = useMutation({
    mutationFn: (): Promise<unknown> => step.takeBack?.() ?? api.command(step.id, { type: 'Undo' }, step.version, key),
    onSuccess: step.restore,
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['incidents'] });
      void client.invalidateQueries({ queryKey: ['promises'] });
      await client.invalidateQueries({ queryKey: ['incident', step.id] });
    },
  });
  const { mutate, isPending, isSuccess, isError, error } = undoing;
  const isOver = left === 0 && !isPending && !isSuccess && !isError;
  useEffect(() => { if (isOver) onClose(); }, [isOver, onClose]);
  useEffect(() => {
    if (!isSuccess) return undefined;
    const timer = setTimeout(onClose, DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isSuccess, onClose]);
  const canUndo = left > 0 && !isPending && !isSuccess && !isError;
  useKeys(useMemo(() => (canUndo ? { KeyZ: () => mutate() } : {}), [canUndo, mutate]));
  return (
    <div className="toast">
      <span className="toast-text">{isSuccess ? 'Шаг отменён.' : isError ? describe(error) : step.done ?? `Готово: ${stateName(step.state).toLowerCase()}`}</span>
      {!isSuccess && !isError && (
        <button type="button" className="button toast-undo" disabled={!canUndo} title="Клавиша Z" onClick={() => mutate()}>
          {isPending ? 'Отменяю…' : <>Отменить <span className="toast-left" aria-hidden="true">({left})</span></>}
        </button>
      )}
      <button type="button" className="button button-quiet" aria-label="Закрыть" onClick={onClose}>×</button>
    </div>
  );
}

function describe(error: Error): string {
  const problem = problemFrom(error);
  return problem.detail === null ? problem.title : `${problem.title}. ${problem.detail}`;
}
