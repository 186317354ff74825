import type { Card } from '../api/types';
import { now } from '../time/clock';
import { moment } from '../time/format';
import { zoneOf } from '../words/jurisdictions';
import { channelName, kindName } from '../words/words';

/** What the citizen wrote, where and when. Text from outside is only ever text. */
export function PostView({ card }: { card: Card }) {
  const when = card.postedAt ?? card.detectedAt;
  const page = safeLink(card.url);
  return (
    <article className="panel post" aria-label="Текст сообщения">
      <header className="post-head">
        <Author card={card} />
        <span className="muted">{channelName(card.channel)}, {kindName(card.kind)} · <time dateTime={when}>{moment(when, zoneOf(card.jurisdiction), now())}</time></span>
      </header>
      <p className="post-text">{card.text}</p>
      {page !== null && <p><a href={page} target="_blank" rel="noreferrer">Открыть на странице ↗</a></p>}
    </article>
  );
}

function Author({ card }: { card: Card }) {
  if (card.author === null) return <strong>Автор не указан</strong>;
  const profile = safeLink(card.author.profileUrl);
  const name = card.author.name ?? 'Автор сообщения';
  return <strong>{profile === null ? name : <a href={profile} target="_blank" rel="noreferrer">{name}</a>}</strong>;
}

/** Addresses come from outside: only http and https may become links. */
export function safeLink(address: string | null | undefined): string | null {
  return address != null && /^https?:\/\//i.test(address) ? address : null;
}
