import { Change } from '../parts/change.js';
import { sayDay } from '../wording.js';
import { furthestIn, type Entry, type Reason } from './acts.js';
import { moveOf, nameIn, sayAct, sayHappening, sayMove, type Happening } from './happening.js';

const MOST_NAMED = 3;

/** A line of news: what happened; or what one act did, which unfolds. */
export function EntryLine({ entry }: { entry: Entry }) {
  const [latest] = entry.happenings;
  if (!latest) return null;
  const { at, sequence } = latest;
  return (
    <li data-sequence={sequence}>
      <time class="num muted small" datetime={at} title={`${sayDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`}>
        {sayDay(at.slice(0, 10))}, {at.slice(11, 16)}
      </time>
      {entry.reason === null ? (
        <What happening={latest} />
      ) : (
        <details class="act">
          <summary>
            <Head reason={entry.reason} happenings={entry.happenings} />
            <Furthest entry={entry} />
          </summary>
          <ul>
            {entry.happenings.map((happening) => (
              <li data-sequence={happening.sequence}>
                <What happening={happening} hasReport={entry.reason?.kind === 'report'} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Head({ reason, happenings }: { reason: Reason; happenings: readonly Happening[] }) {
  const devices = [...new Set(happenings.flatMap(({ device }) => device?.name ?? []))];
  const about = devices.length === 1 ? devices[0] : null;
  return (
    <>
      <span class="act-title">
        {reason.kind === 'report' && (
          <>
            <b>{reason.source}</b>: {reason.title}
          </>
        )}
        {reason.kind === 'time' && <b>Time went by</b>}
        {reason.kind === 'settled' && <b>{about ?? 'Claims'}</b>}
      </span>
      <span class="muted small">
        {about !== null && reason.kind !== 'settled' && `${about} · `}
        {sayAct(happenings)}
      </span>
    </>
  );
}

/** The number that went furthest, which is told without unfolding. */
function Furthest({ entry }: { entry: Entry }) {
  const furthest = furthestIn(entry);
  const move = furthest && moveOf(furthest);
  if (!furthest || !move || move.before === null) return null;
  return (
    <span class="small act-furthest">
      Furthest: {furthest.rumor?.text ?? nameIn(furthest)} <span class="num">{sayMove(move)}</span>{' '}
      <Change by={move.after - move.before} since="by this" />
    </span>
  );
}

function What({ happening, hasReport = false }: { happening: Happening; hasReport?: boolean }) {
  const { device, rumor, reports } = happening;
  const move = moveOf(happening);
  const sources = [...new Set(reports.map(({ source }) => source))];
  return (
    <p>
      {device !== null && (
        <>
          <a href={`/devices/${device.slug}`}>{device.name}</a>
          {rumor === null ? ' ' : ' · '}
        </>
      )}
      {rumor !== null && <a href={`/rumors/${rumor.id}`}>{rumor.text}</a>}
      {device === null && rumor === null && nameIn(happening)} <span class="num">{sayHappening(happening)}</span>{' '}
      {move !== null && move.before !== null && <Change by={move.after - move.before} since="by this" />}{' '}
      {!hasReport && sources.length > 0 && <span class="muted small">{sources.slice(0, MOST_NAMED).join(', ')}</span>}
    </p>
  );
}
