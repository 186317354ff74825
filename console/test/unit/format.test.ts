import { describe, expect, it } from 'vitest';
import { clockTime, instantOf, moment, nearMoment } from '../../src/time/format';
import { clauseName, plural } from '../../src/words/words';

const now = Date.parse('2026-11-25T20:00:00Z'); // чт 26 ноября 03:00 in Barnaul, still Wednesday in Moscow

describe('moments of a jurisdiction', () => {
  it('are in its zone, with the day of the week there', () => {
    expect(moment('2026-11-26T07:37:00Z', 'Asia/Barnaul', now)).toBe('чт, 26 ноября, 14:37');
    expect(moment('2026-11-26T20:37:00Z', 'Asia/Vladivostok', now)).toBe('пт, 27 ноября, 06:37');
    expect(clockTime('2026-11-26T17:05:00Z', 'Asia/Barnaul')).toBe('00:05');
  });

  it('are meant in its zone when they are typed, wherever the browser is', () => {
    expect(instantOf('2026-11-26T14:37', 'Asia/Barnaul')).toBe('2026-11-26T07:37:00.000Z');
    expect(instantOf('2026-11-27T00:05', 'Asia/Vladivostok')).toBe('2026-11-26T14:05:00.000Z');
    expect(instantOf('2016-03-27T01:30', 'Asia/Barnaul')).toBe('2016-03-26T19:30:00.000Z');
    expect(instantOf('2016-03-27T03:30', 'Asia/Barnaul')).toBe('2016-03-26T20:30:00.000Z');
    expect(instantOf('вчера', 'Asia/Barnaul')).toBeNull();
    expect(instantOf('2026-13-40T99:99', 'Asia/Barnaul')).toBeNull();
  });

  it('know the zone\'s history: Barnaul was at +6 before 27 March 2016', () => {
    expect(moment('2016-03-26T12:00:00Z', 'Asia/Barnaul', now)).toBe('сб, 26 марта 2016, 18:00');
    expect(moment('2016-03-28T12:00:00Z', 'Asia/Barnaul', now)).toBe('пн, 28 марта 2016, 19:00');
  });

  it('call today and tomorrow by name, by the jurisdiction\'s midnight', () => {
    expect(nearMoment('2026-11-26T07:37:00Z', 'Asia/Barnaul', now)).toBe('сегодня, чт 14:37');
    expect(nearMoment('2026-11-26T17:00:00Z', 'Asia/Barnaul', now)).toBe('завтра, пт 00:00');
    expect(nearMoment('2026-11-26T07:37:00Z', 'Europe/Moscow', now)).toBe('завтра, чт 10:37');
    expect(nearMoment('2026-11-30T07:37:00Z', 'Asia/Barnaul', now)).toBe('пн, 30 ноября, 14:37');
  });
});

describe('words', () => {
  it('shorten a clause to its number', () => {
    expect(['AK-8', 'KH-3.2', 'VP-15'].map(clauseName)).toEqual(['п. 8', 'п. 3.2', 'п. 15']);
  });

  it.each([[0, '0 знаков'], [1, '1 знак'], [2, '2 знака'], [5, '5 знаков'], [11, '11 знаков'], [12, '12 знаков'], [21, '21 знак'], [104, '104 знака'], [111, '111 знаков']])(
    'agree with %i', (count, expected) => expect(plural(count, 'знак', 'знака', 'знаков')).toBe(expected));
});
