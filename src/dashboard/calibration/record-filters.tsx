import { HORIZONS, type Horizon } from '../../calibration/forecasts.service.js';
import { SUBJECT_FAMILIES } from '../../engine/subjects/index.js';
import type { OwnRecordQueryDto, RecordQueryDto } from './calibration-query.dto.js';

/** How long before the decision, in words. */
export const HORIZON_NAMES: Readonly<Record<Horizon, string>> = {
  any: 'the last number before',
  '7d': '7 days before',
  '30d': '30 days before',
  '90d': '90 days before',
};

interface RecordFiltersProps {
  readonly action: string;
  readonly query: RecordQueryDto & Pick<OwnRecordQueryDto, 'horizon'>;
  /** Whether it is asked how long before the decision. */
  readonly withHorizon?: boolean;
}

/** Which decided claims one looks at. */
export function RecordFilters({ action, query, withHorizon = false }: RecordFiltersProps) {
  return (
    <form class="filters" method="get" action={action}>
      <label>
        About
        <select name="kind">
          <option value="">everything</option>
          {SUBJECT_FAMILIES.map((family) => (
            <option value={family} selected={family === query.kind}>
              {family}
            </option>
          ))}
        </select>
      </label>
      {withHorizon && <HorizonField horizon={query.horizon ?? 'any'} />}
      <label>
        Decided from
        <input type="date" name="from" value={query.from ?? ''} />
      </label>
      <label>
        to
        <input type="date" name="to" value={query.to ?? ''} />
      </label>
      <button>Show</button>
    </form>
  );
}

function HorizonField({ horizon }: { horizon: Horizon }) {
  return (
    <label>
      Believed
      <select name="horizon">
        {HORIZONS.toReversed().map((each) => (
          <option value={each} selected={each === horizon}>
            {HORIZON_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What one looks at, in a few words; empty where it is everything. */
export function sayAsked({ kind, from, to, horizon }: RecordFiltersProps['query']): string {
  const parts = [
    kind ? `claims about ${kind}` : '',
    horizon && horizon !== 'any' ? HORIZON_NAMES[horizon] : '',
    from ? `decided from ${from}` : '',
    to ? `decided to ${to}` : '',
  ];
  const said = parts.filter(Boolean).join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
