import { may, type Actor } from '../access/actor.js';
import type { SourceKind } from '../engine/subjects/index.js';
import { wellKnownAs, wellKnownAt } from '../sources/well-known.js';
import type { WellKnown } from '../sources/well-known.registry.js';
import type { SourceDto } from './article.dto.js';
import type { SourceHint } from './ingestion.entity.js';

/** Kinds that are established by what they are: nobody becomes a maker or a regulator by calling themselves one. */
const ESTABLISHED_KINDS: ReadonlySet<SourceKind> = new Set<SourceKind>(['maker', 'regulator', 'benchmark']);

/**
 * The source of an article: as it was named, else whoever publishes at its address (canonical; null for none). Only an
 * editor vouches for a source by its name alone, and what they leave out is taken from the registry; anybody else may
 * name a well-known source only along with an address of its own, and none that is established by its kind, for nobody
 * has looked there. Who is said not to be vetted stays so.
 */
export function hintOf(source: SourceDto | null | undefined, address: string | null, actor: Actor): SourceHint {
  const host = address === null ? null : new URL(address).hostname;
  const publisher = host === null ? null : publisherAt(host, actor);
  if (!source) return publisher ? registered(publisher) : { name: host, kind: null, grade: null, vetted: false };
  const { name, kind = null, grade = null, vetted } = source;
  const known = vetted ? wellKnownAs(name) : null;
  if (vetted && may(actor, 'editor')) {
    const named = { name: known?.name ?? name, vetted };
    return { ...named, kind: kind ?? known?.kind ?? null, grade: grade ?? known?.grade ?? null };
  }
  if (known !== null && known === publisher) return registered(known);
  return { name, kind: kind !== null && ESTABLISHED_KINDS.has(kind) ? 'outlet' : kind, grade: null, vetted: false };
}

/** Who publishes at a host, if this actor's word is enough that the article stood there. */
function publisherAt(host: string, actor: Actor): WellKnown | null {
  const known = wellKnownAt(host);
  return known && ESTABLISHED_KINDS.has(known.kind) && !may(actor, 'editor') ? null : known;
}

/** A source for which the registry vouches. */
const registered = ({ name, kind, grade }: WellKnown): SourceHint => ({ name, kind, grade, vetted: true });
