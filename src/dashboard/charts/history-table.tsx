import { dayAt, percent, range, sayDay } from '../wording.js';
import type { Series } from './history-chart.js';

/** The same course as a table: when each number began to hold. */
export function HistoryTable({ series }: { series: readonly Series[] }) {
  const rows = series
    .flatMap(({ label, course }) => course.map((point) => ({ label, ...point })))
    .sort((a, b) => a.at - b.at);
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Answer</th>
          <th scope="col" class="right">
            Likelihood
          </th>
          <th scope="col" class="right">
            Range
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, label, probability, low, high, reconstructed }) => (
          <tr>
            <td>
              {sayDay(dayAt(at))}
              {reconstructed && ', reconstructed'}
            </td>
            <td>{label}</td>
            <td class="right num">{percent(probability)}</td>
            <td class="right num">{range(low, high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
