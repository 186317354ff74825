import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { now, observeServerDate } from '../../src/time/clock';

const real = Date.parse('2026-11-26T03:00:00.300Z');

beforeEach(() => void vi.useFakeTimers({ now: real }));
afterEach(() => {
  observeServerDate(new Date(Date.now()).toUTCString());
  vi.useRealTimers();
});

it('now_followsAServerThatIsMinutesAway', () => {
  observeServerDate('Thu, 26 Nov 2026 03:07:00 GMT');
  expect(Math.abs(now() - Date.parse('2026-11-26T03:07:00Z'))).toBeLessThan(1_000);
});

it('now_ignoresDifferencesBelowTheHeadersPrecision', () => {
  observeServerDate('Thu, 26 Nov 2026 03:00:01 GMT');
  expect(now()).toBe(real);
});

it('now_returnsToTheOwnClockOnceItIsRight', () => {
  observeServerDate('Thu, 26 Nov 2026 03:07:00 GMT');
  observeServerDate('Thu, 26 Nov 2026 03:00:00 GMT');
  expect(now()).toBe(real);
});

it('now_survivesNonsense', () => {
  observeServerDate('yesterday');
  observeServerDate(null);
  expect(now()).toBe(real);
});
