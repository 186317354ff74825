/**
 * The server's idea of now. Office computers are often minutes wrong, and a countdown must not be: the `Date` header of
 * each answer (whole seconds) moves the offset when it is off by more than its own precision and the way back.
 */
const TOLERANCE_MS = 2_500;
let offsetMs = 0;

export const now = (): number => Date.now() + offsetMs;

export function observeServerDate(header: string | null): void {
  if (header === null) return;
  const server = Date.parse(header);
  if (Number.isNaN(server)) return;
  const measured = server + 500 - Date.now();
  if (Math.abs(measured - offsetMs) > TOLERANCE_MS) offsetMs = Math.abs(measured) > TOLERANCE_MS ? measured : 0;
}
