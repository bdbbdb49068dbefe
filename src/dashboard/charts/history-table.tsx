import { dayAt, percent, range, sayDay } from '../wording.js';
import type { HistoryChartProps } from './history-chart.js';
import { scaleOf } from './scale.js';

type HistoryTableProps = Pick<HistoryChartProps, 'series' | 'from' | 'until'>;

/**
 * The same course as a table: when each number began to hold. A row knows where its point stands on the chart, in per cent
 * of the width: a script that reads the chart point by point goes by these.
 */
export function HistoryTable({ series, from, until }: HistoryTableProps) {
  const scale = scaleOf(from, until);
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
          <tr data-x={Math.round(scale(at) * 10) / 10}>
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
