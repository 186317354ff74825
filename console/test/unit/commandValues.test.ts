import { expect, it } from 'vitest';
import { commandOf, emptyValues } from '../../src/card/commandValues';

const offer = (type: string, fields: string[] = []) => ({ type, title: type, clause: null, fields });

it('commandOf_isNullWhileSomethingNeededIsMissing', () => {
  expect(commandOf(offer('Route'), emptyValues)).toBeNull();
  expect(commandOf(offer('Return'), { ...emptyValues, reason: '  ' })).toBeNull();
  expect(commandOf(offer('RequestRework'), emptyValues)).toBeNull();
  expect(commandOf(offer('RequestRework'), { ...emptyValues, reasons: ['other'] })).toBeNull();
  expect(commandOf(offer('RecordPublication'), { ...emptyValues, url: 'javascript:alert(1)' })).toBeNull();
  expect(commandOf(offer('Merge', ['into']), emptyValues)).toBeNull();
});

it('commandOf_buildsExactlyWhatTheApiWants', () => {
  expect(commandOf(offer('Route'), { ...emptyValues, organ: 'x' })).toEqual({ type: 'Route', organ: 'x' });
  expect(commandOf(offer('ScreenOut'), { ...emptyValues, reason: ' спам ' })).toEqual({ type: 'ScreenOut', reason: 'спам' });
  expect(commandOf(offer('RequestRework'), { ...emptyValues, reasons: ['format'], comment: ' короче ' })).toEqual({ type: 'RequestRework', reasons: ['format'], comment: 'короче' });
  expect(commandOf(offer('RecordPublication'), { ...emptyValues, url: ' https://vk.com/1 ' })).toEqual({ type: 'RecordPublication', url: 'https://vk.com/1' });
  expect(commandOf(offer('Merge', ['into']), { ...emptyValues, other: { into: '7' } })).toEqual({ type: 'Other:Merge', name: 'Merge', values: { into: '7' } });
});
