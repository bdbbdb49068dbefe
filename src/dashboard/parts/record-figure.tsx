import { ReliabilityDiagram } from '../charts/reliability-diagram.js';
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
}

/** What was said beside what happened: the finding, the diagram, and the same as a table. */
export function RecordFigure({ diagram, n, about = '', json }: RecordFigureProps) {
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
      {n > 0 && <ReliabilityDiagram {...diagram} finding={finding} />}
      {n > 0 && <Twin diagram={diagram} />}
      <p class="small muted">
        <a href={json}>JSON</a>
      </p>
    </figure>
  );
}

function Twin({ diagram }: { diagram: Diagram }) {
  return (
    <details class="twin">
      <summary>Show table</summary>
      <div class="scroll">
        <CurveTable diagram={diagram} />
        <HistogramTable diagram={diagram} />
      </div>
    </details>
  );
}

function CurveTable({ diagram: { curve } }: { diagram: Diagram }) {
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
            <th scope="row">{range(step.said_from, step.said_to)}</th>
            <td class="right num">{percent(step.said)}</td>
            <td class="right num">{Math.round(step.happened * 100)}&nbsp;%</td>
            <td class="right num">{step.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HistogramTable({ diagram: { histogram } }: { diagram: Diagram }) {
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
          .filter(({ n }) => n > 0)
          .map(({ from, to, n, happened }) => (
            <tr>
              <th scope="row">
                {Math.round(from * 100)}–{Math.round(to * 100)}&nbsp;%
              </th>
              <td class="right num">{happened === null ? '–' : `${Math.round(happened * 100)} %`}</td>
              <td class="right num">{n}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
