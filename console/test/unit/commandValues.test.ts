import { expect, it } from 'vitest';
import { commandOf as commandIn, emptyValues, type Values } from '../../src/card/commandValues';
import type { Offer } from '../../src/api/types';

const commandOf = (given: Offer, values: Values) => commandIn(given, values, 'Asia/Barnaul');

const offer = (type: string, ...fields: string[]) => ({ type, title: type, clause: null, fields });

const texts = (values: Record<string, string>) => ({ ...emptyValues, texts: values });

it('commandOf_isNullWhileSomethingNeededIsMissing', () => {
  expect(commandOf(offer('Route', 'organ'), emptyValues)).toBeNull();
  expect(commandOf(offer('Return', 'reason'), texts({ reason: '  ' }))).toBeNull();
  expect(commandOf(offer('RequestRework', 'reasons', 'comment'), emptyValues)).toBeNull();
  expect(commandOf(offer('RequestRework', 'reasons', 'comment'), { ...emptyValues, lists: { reasons: ['other'] } })).toBeNull();
  expect(commandOf(offer('Decline', 'comment'), emptyValues)).toBeNull();
  expect(commandOf(offer('EngageOrgans', 'organs', 'lead'), { ...emptyValues, lists: { organs: ['one'] } })).toBeNull();
  expect(commandOf(offer('RecordPublication', 'url'), texts({ url: 'javascript:alert(1)' }))).toBeNull();
  expect(commandOf(offer('LinkRepeat', 'earlier'), texts({ earlier: 'вчерашнее' }))).toBeNull();
  expect(commandOf(offer('Record', 'receivedAt', 'kind'), texts({ receivedAt: 'вчера' }))).toBeNull();
  expect(commandOf(offer('ScreenOut', 'ground', 'comment'), texts({ comment: 'спам' }))).toBeNull();
  expect(commandOf(offer('Merge', 'into'), emptyValues)).toBeNull();
});

it('commandOf_buildsExactlyWhatTheApiWants', () => {
  expect(commandOf(offer('Route', 'organ'), texts({ organ: 'x' }))).toEqual({ type: 'Route', organ: 'x' });
  expect(commandOf(offer('ScreenOut', 'ground', 'comment'), texts({ ground: 'abuse' }))).toEqual({ type: 'ScreenOut', ground: 'abuse' });
  expect(commandOf(offer('Restore', 'reason'), texts({ reason: ' наше ' }))).toEqual({ type: 'Restore', reason: 'наше' });
  expect(commandOf(offer('RequestRework', 'reasons', 'comment'), { ...texts({ comment: ' короче ' }), lists: { reasons: ['format'] } })).toEqual({ type: 'RequestRework', reasons: ['format'], comment: 'короче' });
  expect(commandOf(offer('RecordPublication', 'url'), texts({ url: ' https://vk.com/1 ' }))).toEqual({ type: 'RecordPublication', url: 'https://vk.com/1' });
  expect(commandOf(offer('RecordPublication', 'url', 'publishedAt'), texts({ url: 'https://vk.com/1' }))).toEqual({ type: 'RecordPublication', url: 'https://vk.com/1' });
  expect(commandOf(offer('RecordPublication', 'url', 'publishedAt'), texts({ url: 'https://vk.com/1', publishedAt: '2026-11-16T09:20' }))).toEqual({ type: 'RecordPublication', url: 'https://vk.com/1', publishedAt: '2026-11-16T02:20:00.000Z' });
  expect(commandOf(offer('LinkRepeat', 'earlier'), texts({ earlier: 'http://x/incidents/0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10?a' }))).toEqual({ type: 'LinkRepeat', earlier: '0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10' });
  expect(commandOf(offer('Record', 'from', 'receivedAt', 'kind'), texts({ from: 'x', receivedAt: '2026-11-16T09:20' }))).toEqual({ type: 'Record', from: 'x', receivedAt: '2026-11-16T02:20:00.000Z', kind: 'final' });
  expect(commandOf(offer('ShortenTerm', 'dueAt', 'reason'), texts({ dueAt: '2026-11-16T09:20' }))).toBeNull();
  expect(commandOf(offer('ShortenTerm', 'dueAt', 'reason'), texts({ dueAt: '2026-11-16T09:20', reason: ' праздник ' }))).toEqual({ type: 'ShortenTerm', dueAt: '2026-11-16T02:20:00.000Z', reason: 'праздник' });
  expect(commandOf(offer('Route', 'organ', 'dueAt'), texts({ organ: 'x' }))).toEqual({ type: 'Route', organ: 'x' });
  expect(commandOf(offer('Route', 'organ', 'dueAt'), texts({ organ: 'x', dueAt: '2026-11-16T09:20' }))).toEqual({ type: 'Route', organ: 'x', dueAt: '2026-11-16T02:20:00.000Z' });
  expect(commandOf(offer('SetTerm', 'organ', 'dueAt'), texts({ dueAt: '2026-11-16T09:20' }))).toEqual({ type: 'SetTerm', dueAt: '2026-11-16T02:20:00.000Z' });
  expect(commandOf(offer('SetTerm', 'organ', 'dueAt'), texts({ organ: 'x' }))).toBeNull();
  expect(commandOf(offer('Agree', 'urgent'), emptyValues)).toEqual({ type: 'Agree' });
  expect(commandOf(offer('Agree', 'urgent'), { ...emptyValues, marks: { urgent: true } })).toEqual({ type: 'Agree', urgent: true });
  expect(commandOf(offer('HandDown', 'comment'), emptyValues)).toEqual({ type: 'HandDown' });
  expect(commandOf(offer('Merge', 'into'), texts({ into: '7' }))).toEqual({ type: 'Merge', into: '7' });
});

it('commandOf_waitsForAReasonForEveryCheckThatIsLetPass', () => {
  const finding = (check: string, message: string) => ({ check, clause: 'LB-9', binding: true, refusedAt: 'approval' as const, message, place: null, suggestion: null });
  const approve = { ...offer('Approve', 'checked', 'letPass'), findings: [finding('personal-data', 'кв. 1'), finding('personal-data', 'кв. 2'), finding('greeting', 'Нет приветствия.')] };
  expect(commandOf(approve, texts({ 'letPass personal-data': 'Адрес приёмной', 'letPass greeting': ' ' }))).toBeNull();
  expect(commandOf(approve, texts({ 'letPass personal-data': ' Адрес приёмной ', 'letPass greeting': 'Есть: доброй ночи' }))).toEqual({
    type: 'Approve', letPass: [{ check: 'personal-data', reason: 'Адрес приёмной' }, { check: 'greeting', reason: 'Есть: доброй ночи' }],
  });
});

it('commandOf_waitsUntilEveryLineOfTheChecklistIsTicked', () => {
  const checks = ['greeting', 'grammar'].map((id) => ({ id, title: id, clause: 'LP-10' }));
  const approve = { ...offer('Approve', 'checked'), checks };
  expect(commandOf(approve, { ...emptyValues, lists: { checked: ['greeting'] } })).toBeNull();
  expect(commandOf(approve, { ...emptyValues, lists: { checked: ['greeting', 'grammar'] } })).toEqual({ type: 'Approve', checked: ['greeting', 'grammar'] });
  expect(commandOf({ ...offer('Approve', 'checked'), checks: null }, emptyValues)).toEqual({ type: 'Approve' });
});
