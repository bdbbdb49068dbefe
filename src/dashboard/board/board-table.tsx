import { DAY_MS } from '../../engine/subjects/index.js';
import { LikelihoodBar } from '../charts/likelihood-bar.js';
import { Sparkline } from '../charts/sparkline.js';
import { answerOf, askedOf, scopeOf } from '../parts/answer.js';
import { Change } from '../parts/change.js';
import type { QuestionView } from '../parts/questions.js';
import { Verdict } from '../parts/verdict.js';
import type { RumorView } from '../views.js';
import { dayAt, percent, shortDay, shortRange } from '../wording.js';
import type { BoardQueryDto, BoardSort } from './board-query.dto.js';
import { leadOf, type BoardRow } from './board-row.js';

const COURSE_DAYS = 90;

const COLUMNS: readonly (readonly [name: string, sort: BoardSort | null])[] = [
  ['Device', 'name'],
  ['Most asked', 'likely'],
  ['7 days', 'moving'],
  ['90 days', null],
  ['Launch', 'launch'],
  ['Last moved by', 'recent'],
];

/** The devices as a table. Its headings sort it, by links. */
export function BoardTable({ rows, query, now }: { rows: readonly BoardRow[]; query: BoardQueryDto; now: number }) {
  return (
    <div class="scroll board-scroll" role="region" aria-label="Devices" tabindex={0}>
      <table class="board">
        <thead>
          <tr>
            {COLUMNS.map(([name, sort]) => (
              <Heading name={name} sort={sort} query={query} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ name, sort, query }: { name: string; sort: BoardSort | null; query: BoardQueryDto }) {
  if (sort === null) return <th scope="col">{name}</th>;
  const isSorted = (query.sort ?? 'moving') === sort;
  const direction = sort === 'name' || sort === 'launch' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      <a href={addressOf({ ...query, sort, after: '' })}>
        {name}
        {isSorted && <span aria-hidden="true"> {direction === 'ascending' ? '↑' : '↓'}</span>}
      </a>
    </th>
  );
}

/** The board with these filters and this order, as an address. */
export function addressOf(query: BoardQueryDto): string {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return parameters.size === 0 ? '/' : `/?${parameters}`;
}

function Row({ row, now }: { row: BoardRow; now: number }) {
  const { device, headline, launch, course, change, move } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/devices/${device.slug}`}>{device.name}</a>
        <small>{device.company.name}</small>
        <ExistsTag row={row} />
      </th>
      <td>{headline ? <Headline question={headline} /> : <span class="muted">–</span>}</td>
      <td>{leadOf(row)?.confidence && <Change by={change} />}</td>
      <td>
        <Sparkline course={course} from={now - COURSE_DAYS * DAY_MS} until={now} />
      </td>
      <td>{launch ? <Launch question={launch} /> : <span class="muted">nobody has said</span>}</td>
      <td>
        {move && (
          <>
            {move.text}
            <small>{shortDay(dayAt(move.at))}</small>
          </>
        )}
      </td>
    </tr>
  );
}

/** How likely it exists; with a dashed border where that follows from another rumor. */
function ExistsTag({ row }: { row: BoardRow }) {
  const { exists } = row.device;
  if (exists === null) return null;
  return <small class={exists.derived ? 'tag tag-derived' : 'tag'}>exists {percent(exists.probability)}</small>;
}

const SHOWN = 2;

function Headline({ question: { rumors } }: { question: QuestionView }) {
  const [lead] = rumors;
  if (!lead) return null;
  const asked = [askedOf(lead), scopeOf(lead)].filter(Boolean).join(' · ');
  return (
    <>
      <small>{asked}</small>
      {rumors.slice(0, SHOWN).map((rumor) => (
        <AnswerLine rumor={rumor} />
      ))}
      {rumors.length > SHOWN && <small>and {rumors.length - SHOWN} more</small>}
    </>
  );
}

function AnswerLine({ rumor }: { rumor: RumorView }) {
  const { confidence } = rumor;
  return (
    <p>
      <span>{answerOf(rumor)}</span>
      <b>{confidence ? percent(confidence.probability) : '–'}</b>
      {confidence && <LikelihoodBar {...confidence} />}
    </p>
  );
}

function Launch({ question }: { question: QuestionView }) {
  const lead = question.rumors.find(({ status }) => status === 'open') ?? question.rumors[0];
  if (!lead) return null;
  const { confidence, value, status } = lead;
  return (
    <>
      {'earliest_on' in value && shortRange(value.earliest_on, value.latest_on)}
      {status !== 'open' && (
        <small>
          <Verdict rumor={lead} />
        </small>
      )}
      {status === 'open' && confidence && (
        <small>{confidence.announced ? 'announced' : `${percent(confidence.probability)} ${confidence.word}`}</small>
      )}
    </>
  );
}
