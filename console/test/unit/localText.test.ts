import { expect, it } from 'vitest';
import { forgetOldTexts, forgetText, keepText, readText } from '../../src/card/localText';

it('aText_isKeptPerPersonAndIncident', () => {
  keepText('anna', '1', { kind: 'interim', text: 'Здравствуйте' });
  expect(readText('anna', '1')).toMatchObject({ kind: 'interim', text: 'Здравствуйте' });
  expect(readText('igor', '1')).toBeNull();
  expect(readText('anna', '2')).toBeNull();
  forgetText('anna', '1');
  expect(readText('anna', '1')).toBeNull();
});

it('forgetOldTexts_dropsWhatIsTwoWeeksOldOrUnreadable', () => {
  keepText('anna', 'new', { kind: 'final', text: 'свежее' });
  localStorage.setItem('otklik.text.anna.old', JSON.stringify({ kind: 'final', text: 'старое', savedAt: Date.now() - 15 * 86_400_000 }));
  localStorage.setItem('otklik.text.anna.broken', '{');
  localStorage.setItem('somebody-else', '{');
  forgetOldTexts();
  expect(Object.keys(localStorage).sort()).toEqual(['otklik.text.anna.new', 'somebody-else']);
});
