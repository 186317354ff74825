import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { commandOf, emptyValues } from '../../src/card/commandValues';
import { fileSize } from '../../src/words/files';
import { FakeOtklik } from '../fake/otklik';
import { people, type FakePerson } from '../fake/people';
import type { FakeFile, FakeIncident } from '../fake/incident';
import { button, openApp } from './app';

const person = (login: string): FakePerson => people.find((each) => each.login === login) ?? people[0]!;

function routed(): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
  const otklik = new FakeOtklik(20, false);
  const incident = otklik.post('Яма на Малахова');
  otklik.command(person('curator.altai'), incident.card.id, { type: 'Route', organ: 'altai-krai.transport' }, null, null);
  return { otklik, incident, place: `/incidents/${incident.card.id}` };
}

const photo = (name = 'двор.jpg'): File => new File(['pixels'], name, { type: 'image/jpeg' });
const chooser = (): Promise<HTMLElement> => screen.findByLabelText(/Приложить файл/);

describe('files of a reply', () => {
  it('are chosen, seen, and sent with the draft', async () => {
    const { otklik, incident, place } = routed();
    const { user, commands } = openApp('executor.altai', place, otklik);
    await user.upload(await chooser(), [photo(), new File(['%PDF'], 'график.pdf')]);
    const list = await screen.findByRole('list', { name: 'Вложения' });
    expect(await within(list).findByRole('img', { name: 'двор.jpg' })).toHaveAttribute('src', expect.stringMatching(/^data:image\/jpeg/));
    expect(await within(list).findByText(/график\.pdf/)).toBeVisible();
    await user.type(screen.getByLabelText('Текст ответа'), 'Заделали, смотрите фото.');
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(commands.at(-1)?.body).toEqual({ type: 'SubmitDraft', kind: 'final', text: 'Заделали, смотрите фото.', attachments: [...incident.files.keys()] });
    expect(incident.card.draft?.attachments.map((file) => file.name)).toEqual(['двор.jpg', 'график.pdf']);
  });

  it('come back with an answer that is taken back, and go with it again', async () => {
    const { otklik, incident, place } = routed();
    const { user, commands } = openApp('executor.altai', place, otklik);
    await user.upload(await chooser(), [photo(), photo('второй.jpg')]);
    await screen.findByRole('img', { name: 'второй.jpg' });
    await user.type(screen.getByLabelText('Текст ответа'), 'Заделали.');
    await user.click(await button(/На согласование/));
    await user.click(await button(/^Отменить/));
    const list = await screen.findByRole('list', { name: 'Вложения' });
    await within(list).findByRole('img', { name: 'двор.jpg' });
    await user.click(within(list).getByRole('button', { name: 'Убрать второй.jpg' }));
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(commands.at(-1)?.body).toMatchObject({ text: 'Заделали.', attachments: [[...incident.files.keys()][0]] });
  });

  it('are pasted into the text and dropped below it', async () => {
    const { otklik, incident, place } = routed();
    openApp('executor.altai', place, otklik);
    fireEvent.paste(await screen.findByLabelText('Текст ответа'), { clipboardData: { files: [photo('снимок.png')] } });
    expect(await screen.findByRole('img', { name: 'снимок.png' })).toBeVisible();
    fireEvent.drop((await chooser()).closest('.attaching')!, { dataTransfer: { files: [photo('второй.jpg')] } });
    expect(await screen.findByRole('img', { name: 'второй.jpg' })).toBeVisible();
    expect(incident.files.size).toBe(2);
  });

  it('that cannot be taken are refused with the reason, and the text can still go', async () => {
    const { otklik, incident, place } = routed();
    const { user } = openApp('executor.altai', place, otklik);
    await user.type(await screen.findByLabelText('Текст ответа'), 'Заделали.');
    fireEvent.drop((await chooser()).closest('.attaching')!, { dataTransfer: { files: [new File(['MZ'], 'вирус.exe')] } });
    const refusal = await screen.findByRole('alert');
    expect(refusal).toHaveTextContent('Такой файл приложить нельзя');
    expect(refusal).toHaveTextContent('Можно приложить фото, видео или документ.');
    await user.click(screen.getByRole('button', { name: 'Понятно' }));
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(incident.card.draft?.attachments).toEqual([]);
  });

  it('are taken away again before they are sent', async () => {
    const { otklik, incident, place } = routed();
    const { user } = openApp('executor.altai', place, otklik);
    await user.upload(await chooser(), photo());
    await user.click(await screen.findByRole('button', { name: 'Убрать двор.jpg' }));
    await waitFor(() => expect(incident.files.size).toBe(0));
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Вложения' })).toBeNull());
  });

  it('are still there after a reload, and those of a draft that came back too', async () => {
    const { otklik, incident, place } = routed();
    const first = openApp('executor.altai', place, otklik);
    await first.user.upload(await chooser(), photo());
    await screen.findByRole('img', { name: 'двор.jpg' });
    const [id] = incident.files.keys();
    otklik.command(person('executor.altai'), incident.card.id, { type: 'SubmitDraft', kind: 'final', text: 'Заделали.', attachments: [id] }, null, null);
    otklik.command(person('curator.altai'), incident.card.id, { type: 'RequestRework', reasons: ['substance'], comment: 'Когда?' }, null, null);
    await screen.findByText('Просят доработать');
    expect(await screen.findByRole('button', { name: 'Убрать двор.jpg' })).toBeVisible();
    await first.user.click(screen.getByRole('button', { name: 'Убрать двор.jpg' }));
    await waitFor(() => expect(screen.queryByRole('img', { name: 'двор.jpg' })).toBeNull());
    expect(incident.files.size).toBe(1);
    await first.user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(incident.card.draft?.attachments).toEqual([]);
  });

  it('are before the eyes of whoever approves', async () => {
    const { otklik, incident, place } = routed();
    const kept = { id: 'f1', kind: 'photo' as const, name: 'двор.jpg', mediaType: 'image/jpeg', size: 6, sha256: 'ab', at: '', by: { id: 'executor.altai', name: 'Игорь' }, handedIn: false };
    incident.files.set('f1', { kept, bytes: new TextEncoder().encode('pixels').buffer });
    otklik.command(person('executor.altai'), incident.card.id, { type: 'SubmitDraft', kind: 'final', text: 'Заделали.', attachments: ['f1'] }, null, null);
    const { user } = openApp('curator.altai', place, otklik);
    expect(await screen.findByRole('img', { name: 'двор.jpg' })).toBeVisible();
    await user.click(await button(/Согласовать/));
    expect(await within(await screen.findByRole('dialog')).findByRole('img', { name: 'двор.jpg' })).toBeVisible();
  });
});

describe('a command with files', () => {
  const offer = { type: 'EditDraft', title: 'Исправить', clause: null, fields: ['text', 'attachments'] };

  it('leaves them as they are when none are named, and takes them away when the list is empty', () => {
    const values = { ...emptyValues, texts: { text: 'Слова' } };
    expect(commandOf(offer, values, 'Asia/Barnaul')).toEqual({ type: 'EditDraft', text: 'Слова' });
    expect(commandOf(offer, { ...values, lists: { attachments: [] } }, 'Asia/Barnaul')).toEqual({ type: 'EditDraft', text: 'Слова', attachments: [] });
  });

  it('that is a part waits until it is known which files there are', () => {
    const part = { ...offer, type: 'Contribute' };
    const values = { ...emptyValues, texts: { text: 'Слова' } };
    expect(commandOf(part, values, 'Asia/Barnaul')).toBeNull();
    expect(commandOf(part, { ...values, lists: { attachments: ['a'] } }, 'Asia/Barnaul')).toEqual({ type: 'Contribute', text: 'Слова', attachments: ['a'] });
  });
});

describe('fileSize', () => {
  it('says it as people do', () => {
    expect([fileSize(10), fileSize(183_204), fileSize(3_400_000)]).toEqual(['10 байт', '179 КБ', '3,2 МБ']);
  });
});

describe('files of a part', () => {
  const housing = { id: 'altai-krai.housing', name: 'Министерство строительства и ЖКХ' };
  const transport = { id: 'altai-krai.transport', name: 'Министерство транспорта' };
  const file = (id: string, name: string, by: string, handedIn: boolean): FakeFile => ({
    kept: { id, kind: 'photo', name, mediaType: 'image/jpeg', size: 6, sha256: 'ab', at: '', by: { id: by, name: by }, handedIn },
    bytes: new TextEncoder().encode('pixels').buffer,
  });

  /** Housing is asked for its part, transport makes the common answer. */
  function asked(): { otklik: FakeOtklik; incident: FakeIncident; place: string } {
    const given = routed();
    given.incident.card.several = { mode: 'sequential-with-lead', lead: transport, parts: [{ organ: housing, status: 'asked', round: 0, text: null, by: null, at: null, rework: null, attachments: [] }] };
    given.incident.card.organ = null;
    return given;
  }

  it('are brought in the form of the part, go with it, and those of others do not', async () => {
    const { otklik, incident, place } = asked();
    incident.files.set('x', file('x', 'чужой.jpg', 'executor.altai', false));
    const { user, commands } = openApp('executor2.altai', place, otklik);
    await user.click(await button(/Отправить часть ответа/));
    await user.upload(await chooser(), photo('подвал.jpg'));
    expect(await screen.findByRole('img', { name: 'подвал.jpg' })).toBeVisible();
    expect(screen.queryByText(/чужой\.jpg/)).toBeNull();
    await user.type(screen.getByLabelText('Ваша часть ответа'), 'Трубу починили.');
    const form = screen.getByRole('form', { name: 'Отправить часть ответа' });
    await waitFor(() => expect(within(form).getByRole('button', { name: 'Отправить часть ответа' })).toBeEnabled());
    await user.click(within(form).getByRole('button', { name: 'Отправить часть ответа' }));
    const parts = await screen.findByRole('region', { name: 'Отвечают несколько органов' });
    expect(await within(parts).findByRole('img', { name: 'подвал.jpg' })).toBeVisible();
    const [, id] = [...incident.files.keys()];
    expect(commands.at(-1)?.body).toEqual({ type: 'Contribute', text: 'Трубу починили.', attachments: [id] });
  });

  it('begin with those of the part that came back', async () => {
    const { otklik, incident, place } = asked();
    const { kept } = file('p', 'подвал.jpg', 'executor2.altai', true);
    incident.files.set('p', file('p', 'подвал.jpg', 'executor2.altai', true));
    Object.assign(incident.card.several!.parts[0]!, { status: 'rework', text: 'Трубу починили.', attachments: [kept] });
    const { user } = openApp('executor2.altai', place, otklik);
    await user.click(await button(/Отправить часть ответа/));
    expect(await screen.findByRole('button', { name: 'Убрать подвал.jpg' })).toBeVisible();
    expect(screen.getByLabelText('Ваша часть ответа')).toHaveValue('Трубу починили.');
  });

  it('are taken over into the common answer with the words, survive a reload, and can be left out again', async () => {
    const { otklik, incident, place } = asked();
    for (const [id, name] of [['p', 'подвал.jpg'], ['q', 'труба.jpg']] as const) incident.files.set(id, file(id, name, 'executor2.altai', true));
    Object.assign(incident.card.several!.parts[0]!, { status: 'accepted', text: 'Трубу починили.', attachments: [...incident.files.values()].map((each) => each.kept) });
    incident.card.organ = transport;
    const first = openApp('executor.altai', place, otklik);
    const remove = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name: `Убрать ${name}` });
    await first.user.click(await button(/Взять часть: Министерство строительства и ЖКХ \(2 файла\)/));
    expect(screen.getByLabelText('Текст ответа')).toHaveValue('Трубу починили.');
    await remove('подвал.jpg');
    cleanup();
    const { user, commands } = openApp('executor.altai', place, otklik);
    await user.click(await remove('труба.jpg'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Убрать труба.jpg' })).toBeNull());
    expect(incident.files.size).toBe(2);
    await user.click(await button(/На согласование/));
    await screen.findByText('На согласовании');
    expect(commands.at(-1)?.body).toMatchObject({ type: 'SubmitDraft', text: 'Трубу починили.', attachments: ['p'] });
  });
});
