import type { SourceCalibrationAnswer } from '../../calibration/source-record.answer.js';
import { saySkill } from '../charts/skill-interval.js';
import { addressOf } from '../calibration/asked.js';
import { RecordFilters, sayAsked } from '../calibration/record-filters.js';
import type { RecordQueryDto } from '../calibration/calibration-query.dto.js';
import { Day } from '../parts/day.js';
import { RecordFigure } from '../parts/record-figure.js';
import { SafeLink } from '../parts/safe-link.js';
import { Facts } from '../parts/scores.js';
import { count, percent, range } from '../wording.js';

interface SourceRecordProps {
  readonly record: SourceCalibrationAnswer;
  readonly query: RecordQueryDto;
}

/** How right a source was: its hits, its skill with the interval, its diagram, and what it says to that itself. */
export function SourceRecord({ record, query }: SourceRecordProps) {
  const { source, claims } = record;
  const path = `/sources/${source.slug}`;
  return (
    <section class="source-record" aria-labelledby="record">
      <h2 id="record">Its record</h2>
      <RecordFilters action={path} query={query} />
      <Facts facts={factsOf(record)} />
      <RecordFigure
        diagram={record}
        n={claims}
        about={sayAsked(query)}
        json={addressOf(`/v1${path}/calibration`, query)}
        claims={{ path: `${path}/claims`, query }}
      />
      <Parts record={record} />
      <Reply reply={source.reply} />
    </section>
  );
}

/** What is expected of it, and where anything was decided, what came of it. */
function factsOf({ n, claims, right, accuracy, skill, ci90, early_calls: early }: SourceCalibrationAnswer) {
  const expected = [
    'Expected to be right',
    percent(accuracy.mean),
    `between ${range(accuracy.low, accuracy.high)}`,
  ] as const;
  if (claims === 0) return [expected];
  return [
    ['Right', `${right} of ${claims}`, `decided by ${count(n, 'event')}`] as const,
    expected,
    [
      'Skill over base rates',
      skill === null || ci90 === null ? '–' : saySkill({ skill, ...ci90 }),
      skill === null ? 'takes two events' : '1 is perfect, 0 no better',
    ] as const,
    ['Early calls', String(early), 'right early and against what was believed, less those that were wrong'] as const,
  ];
}

function Parts({ record: { by_kind: kinds, by_lead: leads } }: Pick<SourceRecordProps, 'record'>) {
  const rows = [
    ...kinds.map(({ kind, ...part }) => ({ key: `about ${kind}`, ...part })),
    ...leads.filter(({ claims }) => claims > 0).map(({ lead, ...part }) => ({ key: `${lead} ahead`, ...part })),
  ];
  if (rows.length === 0) return null;
  return (
    <details class="twin">
      <summary>By kind of claim, and by how early it spoke</summary>
      <div class="scroll" role="region" aria-label="Parts of its record" tabindex={0}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" class="right">
                Right
              </th>
              <th scope="col" class="right">
                n
              </th>
              <th scope="col" class="right">
                Expected
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, right, claims, n, accuracy }) => (
              <tr>
                <th scope="row">{key}</th>
                <td class="right num">
                  {right} of {claims}
                </td>
                <td class="right num">{n}</td>
                <td class="right num">{percent(accuracy.mean)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Reply({ reply }: { reply: SourceCalibrationAnswer['source']['reply'] }) {
  if (reply === null) return null;
  return (
    <figure class="statement reply">
      <blockquote>{reply.text}</blockquote>
      <figcaption>
        <span class="muted">
          What it says to that, <SafeLink to={reply.url}>{<Day on={reply.said_on} />}</SafeLink>
        </span>
      </figcaption>
    </figure>
  );
}
