import { may, type Actor } from '../../access/actor.js';
import { REVIEW_KINDS } from '../../review/review-kinds.js';
import type { ReviewCounts } from '../../review/review-queue.service.js';
import { addressOf } from '../calibration/asked.js';
import { Moment } from '../parts/day.js';
import { capital, count, words } from '../wording.js';
import { DetailOf } from './review-detail.js';
import type { ReviewCard } from './review-card.js';
import type { ReviewPageQueryDto } from './review-query.dto.js';
import { nameOf, reasonOf, sayDid } from './review-words.js';

/** What the page of what waits shows. */
export interface ReviewProps {
  readonly cards: readonly ReviewCard[];
  readonly counts: ReviewCounts;
  /** Behind which item the next page begins; null where there is none. */
  readonly next: string | null;
  readonly query: ReviewPageQueryDto;
  readonly actor: Actor;
}

/** Everything that waits for a decision: what it is, why it waits, what it would do, and the acts. */
export function reviewPage({ cards, counts, next, query, actor }: ReviewProps) {
  const all = REVIEW_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <>
      <header class="board-head">
        <h1>What waits for a decision</h1>
        <p class="muted">
          {may(actor, 'editor')
            ? 'The longest waiting first. Nothing of it counts before somebody decides.'
            : 'What you handed in and nobody has decided yet. Deciding is for editors.'}
        </p>
        {query.did !== undefined && (
          <p class="notice" role="status">
            {sayDid(query.did)}
          </p>
        )}
      </header>
      {all > 0 && <Kinds counts={counts} all={all} chosen={query.kind ?? ''} />}
      {cards.length === 0 ? (
        <Nothing all={all} isLater={query.after !== undefined} />
      ) : (
        <ol class="review-list">
          {cards.map((card) => (
            <Card card={card} mayDecide={may(actor, 'editor')} />
          ))}
        </ol>
      )}
      {next !== null && (
        <p class="actions">
          <a class="button" href={addressOf('/review', { kind: query.kind, after: next })}>
            What waits less long
          </a>
        </p>
      )}
    </>
  );
}

function Kinds({ counts, all, chosen }: { counts: ReviewCounts; all: number; chosen: string }) {
  const kinds = [
    ['', 'Everything', all] as const,
    ...REVIEW_KINDS.map((kind) => [kind, nameOf(kind), counts[kind]] as const),
  ];
  return (
    <nav class="kinds" aria-label="Kinds">
      {kinds
        .filter(([kind, , number]) => number > 0 || kind === chosen)
        .map(([kind, name, number]) => (
          <a href={addressOf('/review', { kind })} aria-current={kind === chosen ? 'true' : undefined}>
            {name} <span class="num">{number}</span>
          </a>
        ))}
    </nav>
  );
}

function Nothing({ all, isLater }: { all: number; isLater: boolean }) {
  return (
    <section class="empty" role="status">
      <h2>{all > 0 || isLater ? 'Nothing more waits here' : 'Nothing waits'}</h2>
      <p>
        {all > 0 || isLater
          ? 'All of this kind is decided.'
          : 'Every article, link, origin, statement and outcome is decided. What comes in next will stand here.'}
      </p>
      <p class="actions">
        {all > 0 && (
          <a class="button" href="/review">
            Show everything
          </a>
        )}
        <a class="button" href="/ingest">
          Read an article
        </a>
      </p>
    </section>
  );
}

/** What a card is called: words by their speaker, since they stand beneath; a contradiction by its kind. */
function headingOf({ item: { kind, title }, detail }: ReviewCard): string {
  if (detail?.kind === 'statement') return `Words of ${detail.statement.speaker}`;
  return kind === 'contradiction' ? capital(words(title)) : title;
}

/** What it is called, which leads to it where that is its own name, and what it is about where the name does not say so. */
function Heading({ card }: { card: ReviewCard }) {
  const { device, rumor } = card.item;
  const heading = headingOf(card);
  const about = [
    device !== null && { href: `/devices/${device.slug}`, name: device.name },
    rumor !== null && { href: `/rumors/${rumor.id}`, name: rumor.text },
  ].filter((each) => each !== false);
  const own = about.find(({ name }) => name === heading);
  return (
    <>
      <h2>{own ? <a href={own.href}>{heading}</a> : heading}</h2>
      {about
        .filter((each) => each !== own)
        .map(({ href, name }) => (
          <p class="muted">
            <a href={href}>{name}</a>
          </p>
        ))}
    </>
  );
}

function Card({ card: { item, detail }, mayDecide }: { card: ReviewCard; mayDecide: boolean }) {
  const { id, kind, proposed_by: by, decisions, waits_since: since } = item;
  return (
    <li class="review-card" id={id}>
      <p class="over">
        {nameOf(kind)} · waits since <Moment at={since} />
        {by !== null && ` · by ${by}`}
        {decisions > 1 && ` · ${count(decisions, 'decision')}`}
      </p>
      <Heading card={{ item, detail }} />
      <p class="review-why">{reasonOf(kind)}</p>
      {detail === null ? (
        <p class="small muted">
          <a href={item.href}>Look at it over the interface</a>
        </p>
      ) : (
        <DetailOf detail={detail} mayDecide={mayDecide} />
      )}
    </li>
  );
}
