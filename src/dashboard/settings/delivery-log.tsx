import type { DeliveryAnswer } from '../../webhooks/webhook.answer.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../webhooks/webhook.entity.js';
import { Once } from '../forms/field.js';
import { Instant } from '../parts/day.js';
import { sayAnswer } from './webhook-words.js';

/** What was sent to a receiver, as a part of its page. */
export interface DeliveryLogProps {
  readonly path: string;
  /** The newest first. */
  readonly deliveries: readonly DeliveryAnswer[];
  /** The id behind which the next part begins; null where none follows. */
  readonly next: string | null;
  /** Only those that are so far; empty for all. */
  readonly status: DeliveryStatus | '';
}

const STATES: Readonly<Record<DeliveryStatus, string>> = {
  pending: 'on its way',
  delivered: 'delivered',
  failed: 'given up',
};

/** What was sent in the last 30 days: when, how often it was tried, what came back, and when it is tried next. */
export function DeliveryLog({ path, deliveries, next, status }: DeliveryLogProps) {
  const kept = status === '' ? '' : `&status=${status}`;
  return (
    <section aria-labelledby="deliveries" class="deliveries">
      <h2 id="deliveries">Deliveries</h2>
      <nav class="kinds" aria-label="How far they are">
        {(['', ...DELIVERY_STATUSES] as const).map((each) => (
          <a
            href={`${path}${each === '' ? '' : `?status=${each}`}#deliveries`}
            aria-current={each === status || undefined}
          >
            {each === '' ? 'all' : STATES[each]}
          </a>
        ))}
      </nav>
      {deliveries.length === 0 ? (
        <p role="status">
          {status === '' ? 'Nothing was sent in the last 30 days.' : `None is ${STATES[status]}.`}
          {status !== '' && (
            <>
              {' '}
              <a href={`${path}#deliveries`}>Show all</a>
            </>
          )}
        </p>
      ) : (
        <Deliveries path={path} deliveries={deliveries} />
      )}
      {next !== null && (
        <p>
          <a class="button" href={`${path}?after=${next}${kept}#deliveries`}>
            Older ones
          </a>
        </p>
      )}
    </section>
  );
}

const COLUMNS = ['Event', 'State', 'Attempts', 'Last answer', 'Last tried', 'Next attempt', ''] as const;

function Deliveries({ path, deliveries }: Pick<DeliveryLogProps, 'path' | 'deliveries'>) {
  return (
    <div class="scroll" role="region" aria-label="Deliveries" tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th scope="col">{name === '' ? <span class="sr">Acts</span> : name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow path={path} delivery={delivery} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DeliveryRow({ path, delivery }: { path: string; delivery: DeliveryAnswer }) {
  const { id, type, status, attempts, last_attempt_at: last, next_attempt_at: next } = delivery;
  return (
    <tr>
      <th scope="row">{type}</th>
      <td>
        <span class={`state state-${status}`}>{STATES[status]}</span>
      </td>
      <td class="right">{attempts}</td>
      <td>{sayAnswer(delivery)}</td>
      <td>{last === null ? '—' : <Instant at={last} short />}</td>
      <td>{next === null ? '—' : <Instant at={next} short />}</td>
      <td>
        {status !== 'pending' && (
          <form method="post" action={`${path}/deliveries/${id}/redeliver`}>
            <Once />
            <button aria-label={`Send again: ${type}`}>Send again</button>
          </form>
        )}
      </td>
    </tr>
  );
}
