import { describe, expect, it } from 'vitest';
import { countdown, span, spokenCountdown, urgency } from '../../src/time/countdown';

const start = Date.parse('2026-11-26T02:00:00Z');
const minute = 60_000;
const term = (status: 'OPEN' | 'WARNED' | 'BREACHED' = 'OPEN') => ({ startedAt: '2026-11-26T02:00:00Z', dueAt: '2026-11-26T03:40:00Z', status });

describe('urgency', () => {
  it.each([
    [0, 'calm'], [49, 'calm'], [50, 'half'], [75, 'half'], [76, 'soon'], [99, 'soon'], [100, 'overdue'], [1000, 'overdue'],
  ])('after %i of 100 minutes it is %s', (minutes, expected) => {
    expect(urgency(term(), start + minutes * minute)).toBe(expected);
  });

  it('believes the server\'s warning and breach before its own arithmetic', () => {
    expect(urgency(term('WARNED'), start)).toBe('soon');
    expect(urgency(term('BREACHED'), start)).toBe('overdue');
  });

  it('is calm without a start, until the term is over', () => {
    const unknown = { ...term(), startedAt: null };
    expect(urgency(unknown, start + 99 * minute)).toBe('calm');
    expect(urgency(unknown, start + 100 * minute)).toBe('overdue');
  });

  it('survives a term without length', () => {
    expect(urgency({ ...term(), startedAt: term().dueAt }, start)).toBe('calm');
  });
});

describe('span', () => {
  it.each([
    [0, '0:00'], [1, '0:01'], [999, '0:01'], [1_000, '0:01'], [59_000, '0:59'], [59_001, '1:00'], [3_599_000, '59:59'], [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'], [86_399_000, '23:59:59'], [86_400_000, '1 дн 0 ч'], [8 * 86_400_000 - 1, '8 дн 0 ч'], [-5, '0:00'],
  ])('%i ms reads %s', (millis, expected) => {
    expect(span(millis)).toBe(expected);
  });
});

describe('countdown', () => {
  const due = '2026-11-26T03:40:00Z';
  const at = (offset: number) => Date.parse(due) + offset;

  it('never shows zero while there is time, nor a minus before a second is lost', () => {
    expect(countdown(due, at(-1))).toBe('0:01');
    expect(countdown(due, at(0))).toBe('−0:00');
    expect(countdown(due, at(999))).toBe('−0:00');
    expect(countdown(due, at(1_000))).toBe('−0:01');
    expect(countdown(due, at(90 * minute))).toBe('−1:30:00');
  });

  it('goes down by one each second', () => {
    const shown = Array.from({ length: 5 }, (_, second) => countdown(due, at(-62_000 + second * 1_000)));
    expect(shown).toEqual(['1:02', '1:01', '1:00', '0:59', '0:58']);
  });

  it('is spoken in words', () => {
    expect(spokenCountdown(due, at(-(24 * 60 + 61) * minute))).toBe('осталось 1 дн 1 ч 1 мин');
    expect(spokenCountdown(due, at(-20_000))).toBe('осталось меньше минуты');
    expect(spokenCountdown(due, at(60 * minute))).toBe('просрочено на 1 ч');
  });
});
