import type { CalibrationAnswer } from '../../calibration/calibration.answer.js';
import { RecordFigure } from '../parts/record-figure.js';
import { BrierParts, Facts, sayScore } from '../parts/scores.js';
import { count, signed } from '../wording.js';
import { addressOf } from './asked.js';
import type { OwnRecordQueryDto } from './calibration-query.dto.js';
import { HORIZON_NAMES, RecordFilters, sayAsked } from './record-filters.js';

/** How right Hearsay was, as the page shows it. */
export interface CalibrationProps {
  readonly record: CalibrationAnswer;
  readonly query: OwnRecordQueryDto;
}

/** Hearsay's own record: what it believed, as it was stored then, beside what happened. */
export function calibrationPage({ record, query }: CalibrationProps) {
  const isNarrow = Object.values(query).some((value) => value !== '' && value !== undefined && value !== 'any');
  return (
    <article class="calibration">
      <header class="board-head">
        <h1>How right was Hearsay?</h1>
        <p class="lede">
          Every number is kept as it was believed. Once a claim is decided, what was believed stands beside what
          happened; nothing is computed again afterwards.
        </p>
      </header>
      <RecordFilters action="/calibration" query={query} withHorizon />
      {record.n === 0 ? <Nothing isNarrow={isNarrow} /> : <Skill record={record} />}
      {record.n > 0 && (
        <div class="record-split">
          <RecordFigure
            diagram={record}
            n={record.n}
            about={sayAsked(query)}
            json={addressOf('/v1/calibration', query)}
            claims={{ path: '/calibration/claims', query }}
          />
          {record.brier !== null && record.decomposition !== null && (
            <BrierParts brier={record.brier} parts={record.decomposition} />
          )}
        </div>
      )}
      <LeftOut record={record} />
      {record.n > 0 && <Parts record={record} />}
    </article>
  );
}

function Nothing({ isNarrow }: { isNarrow: boolean }) {
  return (
    <section class="empty" role="status">
      <h2>{isNarrow ? 'No decided claim fits' : 'Nothing is decided yet'}</h2>
      <p>
        {isNarrow ? (
          <a class="button" href="/calibration">
            Clear filters
          </a>
        ) : (
          <>
            A rumor counts here once its outcome is recorded and its window is over. Editors do that in the{' '}
            <a href="/review">review</a>.
          </>
        )}
      </p>
    </section>
  );
}

function Skill({ record }: { record: CalibrationAnswer }) {
  const skill = (value: number | null): string => (value === null ? '–' : signed(value));
  const { skill: over, reference } = record;
  return (
    <Facts
      facts={[
        ['Decided claims', String(record.n)],
        ['Skill over base rates', skill(over.base_rate), `theirs: Brier ${sayScore(reference.base_rate)}`],
        [
          'Skill over counting articles',
          skill(over.counting_articles),
          `theirs: Brier ${sayScore(reference.counting_articles)}`,
        ],
        ['Brier score', sayScore(record.brier), 'less is better'],
        ['Log score', sayScore(record.log_score), 'less is better'],
        ['Off on average', sayScore(record.calibration_error), 'calibration error (ECE)'],
      ]}
    />
  );
}

function LeftOut({ record: { left_out: left } }: { record: CalibrationAnswer }) {
  const reasons = [
    left.window_running > 0 && `${left.window_running} whose window is not over`,
    left.not_assessed > 0 && `${left.not_assessed} of which nothing was believed yet`,
    left.undecided > 0 && `${left.undecided} that came out partly or void`,
  ].filter(Boolean);
  if (reasons.length === 0) return null;
  return <p class="muted small left-out">Not counted: {reasons.join('; ')}.</p>;
}

function Parts({ record }: { record: CalibrationAnswer }) {
  return (
    <section class="parts">
      <h2>Earlier, and about what</h2>
      <PartTable
        caption="How long before the decision"
        rows={record.by_horizon.map(({ horizon, ...part }) => ({ key: HORIZON_NAMES[horizon], ...part }))}
      />
      <PartTable caption="By kind of claim" rows={record.by_kind} />
      <PartTable caption="By category" rows={record.by_category} />
      <PartTable caption="By company" rows={record.by_company} />
      <p class="muted small">{count(record.n, 'claim')} in all. Skill: 1 is perfect, 0 no better, less is worse.</p>
    </section>
  );
}

interface PartTableProps {
  readonly caption: string;
  readonly rows: CalibrationAnswer['by_kind'];
}

function PartTable({ caption, rows }: PartTableProps) {
  if (rows.length === 0) return null;
  return (
    <div class="scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="plain part-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            {['n', 'Brier', 'Over base rates', 'Over counting'].map((name) => (
              <th scope="col" class="right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, n, brier, skill }) => (
            <tr>
              <th scope="row">{key}</th>
              <td class="right num">{n}</td>
              <td class="right num">{sayScore(brier)}</td>
              <td class="right num">{skill.base_rate === null ? '–' : signed(skill.base_rate)}</td>
              <td class="right num">{skill.counting_articles === null ? '–' : signed(skill.counting_articles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
