import { addressOf } from '../calibration/asked.js';
import { ReliabilityDiagram, type ReliabilityProps } from '../charts/reliability-diagram.js';
import { percent, range } from '../wording.js';
import { ENOUGH, findingOf, type Diagram } from './record.js';

interface RecordFigureProps {
  readonly diagram: Diagram;
  /** How many claims were decided. */
  readonly n: number;
  /** What it is narrowed to, such as `launch, 30 days before`; empty where it is all. */
  readonly about?: string;
  /** Where the same stands as JSON. */
  readonly json: string;
  /** Where its claims are listed, with what is asked for. */
  readonly claims: { readonly path: string; readonly query: object };
}

/** What was said beside what happened: the finding, the diagram, and the same as a table. */
export function RecordFigure({ diagram, n, about = '', json, claims: { path, query } }: RecordFigureProps) {
  const ways: Ways = {
    toStep: ({ said_from, said_to }) =>
      addressOf(path, { ...query, said_from: String(said_from), said_to: String(said_to) }),
    toBin: (bin) => addressOf(path, { ...query, bin: String(bin) }),
  };
  const finding = findingOf(diagram, n);
  return (
    <figure class="record">
      <figcaption>
        {about !== '' && <strong>{about}: </strong>}
        {finding}
      </figcaption>
      {n > 0 && n < ENOUGH && (
        <p class="notice" role="note">
          n = {n}: a handful of outcomes. Read nothing into the curve before there are {ENOUGH}.
        </p>
      )}
      {n > 0 && <ReliabilityDiagram {...diagram} {...ways} finding={finding} />}
      {n > 0 && <Twin diagram={diagram} ways={ways} />}
      <p class="small muted">
        As data: <a href={json}>JSON</a>
        {n > 0 && (
          <>
            {' '}
            · <a href={addressOf(`${path}.csv`, query)}>CSV</a> · <a href={addressOf(path, query)}>every claim</a>
          </>
        )}
      </p>
    </figure>
  );
}

/** Where the claims of a part of the diagram are listed. */
type Ways = Pick<ReliabilityProps, 'toStep' | 'toBin'>;

interface TwinProps {
  readonly diagram: Diagram;
  readonly ways: Ways;
}

function Twin({ diagram, ways }: TwinProps) {
  return (
    <details class="twin">
      <summary>Show table</summary>
      <div class="scroll">
        <CurveTable diagram={diagram} ways={ways} />
        <HistogramTable diagram={diagram} ways={ways} />
      </div>
    </details>
  );
}

function CurveTable({ diagram: { curve }, ways }: TwinProps) {
  return (
    <table class="plain curve-table">
      <caption>The curve by its steps</caption>
      <thead>
        <tr>
          <th scope="col">Said</th>
          <th scope="col" class="right">
            On average
          </th>
          <th scope="col" class="right">
            Happened
          </th>
          <th scope="col" class="right">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {curve.map((step) => (
          <tr>
            <th scope="row">
              <a href={ways.toStep(step)}>{range(step.said_from, step.said_to)}</a>
            </th>
            <td class="right num">{percent(step.said)}</td>
            <td class="right num">{Math.round(step.happened * 100)}&nbsp;%</td>
            <td class="right num">{step.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HistogramTable({ diagram: { histogram }, ways }: TwinProps) {
  return (
    <table class="plain">
      <caption>How often what was said</caption>
      <thead>
        <tr>
          <th scope="col">Said</th>
          <th scope="col" class="right">
            Happened
          </th>
          <th scope="col" class="right">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {histogram
          .map((bin, index) => ({ ...bin, index }))
          .filter(({ n }) => n > 0)
          .map(({ from, to, n, happened, index }) => (
            <tr>
              <th scope="row">
                <a href={ways.toBin(index)}>
                  {Math.round(from * 100)}–{Math.round(to * 100)}&nbsp;%
                </a>
              </th>
              <td class="right num">{happened === null ? '–' : `${Math.round(happened * 100)} %`}</td>
              <td class="right num">{n}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
