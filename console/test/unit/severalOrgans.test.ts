import { expect, it } from 'vitest';
import { commandOf, emptyValues, fewestOrgans, firstValues } from '../../src/card/commandValues';
import { kindAmong, kindsOf } from '../../src/card/kinds';
import type { Card, Offer, Part } from '../../src/api/types';
import { whoHasIt } from '../../src/words/words';
import { posted } from './given';

const zone = 'Asia/Vladivostok';
const offer = (given: Partial<Offer> = {}): Offer => ({ type: 'EngageOrgans', title: 'Направить', clause: 'KH-7', fields: ['organs', 'lead', 'anew'], ...given });
const part = (id: string, status: Part['status']): Part => ({ organ: { id, name: id }, status, round: 1, text: null, by: null, at: null, rework: null, attachments: [] });
const card = (state: Card['state'], ...parts: Part[]): Card => ({ ...posted().incident.card, state, several: { mode: 'parallel-consolidated-by-curator', lead: null, parts } });

it('changedOrder_beginsWithTheOrgansThatWorkAlready', () => {
  const given = card('IN_WORK', part('a', 'accepted'), part('b', 'returned'), part('c', 'asked'));
  expect(firstValues(given, offer()).lists).toEqual({ organs: ['a', 'c'], anew: [] });
  expect(firstValues({ ...given, several: null }, offer())).toEqual(emptyValues);
  expect(firstValues(given, offer({ type: 'Route' }))).toEqual(emptyValues);
});

it('afterACommonInterimReply_allAreAskedOnceMore_unlessSomebodyTakesTheTickAway', () => {
  const given = card('AWAITING_FINAL', part('a', 'accepted'), part('b', 'accepted'));
  const values = firstValues(given, offer());
  expect(commandOf(offer({ organs: ['a', 'b'] }), values, zone)).toEqual({ type: 'EngageOrgans', organs: ['a', 'b'], anew: ['a', 'b'] });
  const fewer = { ...values, lists: { organs: ['a', 'b'], anew: ['b'] } };
  expect(commandOf(offer({ organs: ['a', 'b'] }), fewer, zone)).toEqual({ type: 'EngageOrgans', organs: ['a', 'b'], anew: ['b'] });
  const left = { ...values, lists: { organs: ['a', 'c'], anew: ['b'] } };
  expect(commandOf(offer({ organs: ['a', 'b'] }), left, zone)).toEqual({ type: 'EngageOrgans', organs: ['a', 'c'], anew: [] });
});

it('interimReplyWhileOrgansWork_asksNobodyOnceMoreByItself', () => {
  expect(firstValues(card('AWAITING_FINAL', part('a', 'accepted'), part('b', 'asked')), offer()).lists.anew).toEqual([]);
});

it('ofTwoOrgans_oneIsEnough_whereTheOtherGaveItsPartBack', () => {
  const one = { ...emptyValues, lists: { organs: ['b'] } };
  const given = card('ROUTED', part('a', 'returned'), part('b', 'asked'));
  expect(commandOf(offer(), one, zone, fewestOrgans(given))).toEqual({ type: 'EngageOrgans', organs: ['b'] });
  expect(commandOf(offer(), one, zone, fewestOrgans(card('ROUTED', part('b', 'asked'))))).toBeNull();
});

it('kinds_areThoseThatMayBeWrittenNow', () => {
  expect(kindsOf(offer())).toEqual(['final', 'interim', 'clarification']);
  expect(kindAmong(['interim', 'clarification'], 'final')).toBe('interim');
  expect(kindAmong(['final', 'clarification'], 'interim')).toBe('final');
  expect(kindAmong(['final', 'clarification'], 'clarification')).toBe('clarification');
  expect(kindAmong(['clarification'], 'final')).toBe('clarification');
  expect(kindAmong(['final', 'interim'], 'interim')).toBe('interim');
});

it('whoHasIt_namesTheOrganOrHowManyWorkOnIt', () => {
  expect(whoHasIt({ name: 'Минтранс' }, 3)).toBe('Минтранс');
  expect(whoHasIt(null, 2)).toBe('Отвечают 2 органа');
  expect(whoHasIt(null, 1)).toBe('Отвечает 1 орган');
  expect(whoHasIt(null)).toBe('Орган не выбран');
});
