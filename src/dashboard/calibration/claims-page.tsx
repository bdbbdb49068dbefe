import { Day } from '../parts/day.js';
import type { RumorView } from '../views.js';
import { count, dayAt, percent } from '../wording.js';
import { addressOf } from './asked.js';
import type { ClaimsQueryDto } from './claims-query.dto.js';
import { sayAsked } from './record-filters.js';
import { sayPart, type Said } from './said.js';

/** The claims behind a part of a reliability diagram. */
export interface ClaimsProps {
  /** The source that said it; null for Hearsay itself. */
  readonly whose: { readonly slug: string; readonly name: string } | null;
  /** A page of them, the least likely first; the rumor is null where it cannot be shown any more. */
  readonly claims: readonly (Said & { readonly rumor: RumorView | null })[];
  /** The place of the first of these, from 0. */
  readonly first: number;
  /** How many there are in all, and how many of them came true. */
  readonly found: number;
  readonly happened: number;
  readonly query: ClaimsQueryDto;
}

/** The path of the diagram of a source, or of Hearsay. */
export const diagramOf = (whose: { readonly slug: string } | null): string =>
  whose === null ? '/calibration' : `/sources/${whose.slug}`;

/** Claim by claim what was said and what happened: what a point or a bar of a diagram stands for. */
export function claimsPage(props: ClaimsProps) {
  const { whose, claims, found, happened, query } = props;
  const { kind, from, to, horizon } = query;
  const part = sayPart(query);
  const about = sayAsked(query);
  return (
    <article class="claims">
      <header class="board-head">
        <p class="over">
          <a href={addressOf(diagramOf(whose), { kind, from, to, horizon })}>
            {whose === null ? 'How right was Hearsay?' : whose.name}
          </a>
        </p>
        <h1>{part === null ? 'Every decided claim' : `Where ${part} was said`}</h1>
        <p class="muted" role={found === 0 ? 'status' : undefined}>
          {about !== '' && <strong>{about}: </strong>}
          {found === 0 ? 'No decided claim fits.' : `${happened} of ${count(found, 'claim')} came true.`}
          {whose !== null && found > 0 && ' The diagram counts what was said about one event once, in equal shares.'}
        </p>
      </header>
      {claims.length > 0 && (
        <div class="scroll" role="region" aria-label="Claims" tabindex={0}>
          <ClaimTable {...props} />
        </div>
      )}
      <Pages {...props} />
    </article>
  );
}

function ClaimTable({ claims, whose }: ClaimsProps) {
  return (
    <table class="plain claim-table">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col" class="right">
            {whose === null ? 'Believed' : 'Said'}
          </th>
          <th scope="col">Happened</th>
          <th scope="col" class="right">
            Decided
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ rumor, rumorId, said, happened, decidedAt }) => (
          <tr>
            <th scope="row">
              {rumor === null ? (
                rumorId
              ) : (
                <>
                  <a href={`/rumors/${rumorId}`}>{rumor.text}</a> <small class="muted">{rumor.device.name}</small>
                </>
              )}
            </th>
            <td class="right num nowrap">{percent(said)}</td>
            <td class="nowrap">
              <span aria-hidden="true">{happened ? '✓ ' : '✗ '}</span>
              {happened ? 'yes' : 'no'}
            </td>
            <td class="right nowrap">
              <Day on={dayAt(decidedAt)} short />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ whose, claims, first, found, query }: ClaimsProps) {
  const page = Number(query.page ?? 1);
  const isMore = first + claims.length < found;
  if (page === 1 && !isMore) return null;
  const to = (number: number): string =>
    addressOf(`${diagramOf(whose)}/claims`, { ...query, page: number === 1 ? '' : String(number) });
  return (
    <nav class="actions pages" aria-label="Pages of the claims">
      {page > 1 && (
        <a class="button" rel="prev" href={to(page - 1)}>
          Less likely
        </a>
      )}
      {isMore && (
        <a class="button" rel="next" href={to(page + 1)}>
          More likely
        </a>
      )}
    </nav>
  );
}
