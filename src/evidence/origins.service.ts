import { Injectable } from '@nestjs/common';
import { Not, type FindOptionsWhere } from 'typeorm';
import { bandsOf, compare, decodeFingerprint, type TextIdentity } from '../engine/similarity/index.js';
import { Database } from '../platform/database/database.js';
import { joined, sql, written, type Sql } from '../platform/database/sql.js';
import type { Fingerprint } from './fingerprint.entity.js';
import { Report, type OriginReason } from './report.entity.js';

/** A report that tells the same in the same words, with the one that both go back to. */
export interface Twin {
  readonly origin: Report;
  readonly reason: OriginReason;
  /** Whether that one tells it in these words too: not where the twin only seems to retell it in words of its own. */
  readonly hasTheWords: boolean;
}

/** More reports than these share a band only where a text was copied many times: then these are enough to see it. */
const MOST_COMPARED = 50;

/** So many fingerprints are kept in memory, some two megabytes. */
const KEPT_PRINTS = 2000;

/**
 * The reports that share a band, the first ones by their ids. Of each band no more are looked at than are compared in all
 * (and the report itself): whatever comes first among all of them comes first in its band.
 */
const filed = (band: number): Sql => sql`select report_id from (select b.report_id from report_bands b
  where b.band = ${band} order by b.report_id limit ${written(MOST_COMPARED + 1)}) t`;

/** What an act has found out so far, by the words and the report that were asked for. */
type Found = Map<string, Twin | null>;

/** Finds the reports that go back to one text, so that they count once. */
@Injectable()
export class Origins {
  private readonly prints = new Map<string, TextIdentity['fingerprint'] | null>();

  constructor(private readonly database: Database) {}

  /**
   * The report with the same text, else one with nearly the same; null if the text is told for the first time. An act
   * that asks again before a report was filed is answered what it was told.
   *
   * @param own the id of the report whose text it is, where that is known already
   */
  async twinOf(identity: TextIdentity, own = ''): Promise<Twin | null> {
    const found = this.database.book<Found>(this, () => new Map());
    const asked = `${identity.contentHash} ${own}`;
    const known = found.get(asked);
    if (known !== undefined) return known;
    const twin = await this.lookUp(identity, own);
    found.set(asked, twin);
    return twin;
  }

  /** Notes that a report was filed, or goes back to another one now: what the act has found out may be so no more. */
  filed(): void {
    this.database.book<Found>(this, () => new Map()).clear();
  }

  /** Makes a report the origin of a group, in place of the one that was; its copies follow. */
  reroot(formerId: string, originId: string, originReason: OriginReason): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Report, { originId: formerId }, { originId });
      await rows.update(Report, { id: formerId }, { originLink: 'confirmed', originReason });
      this.filed();
    });
  }

  private async lookUp(identity: TextIdentity, own: string): Promise<Twin | null> {
    const same = await this.earliest({ contentHash: identity.contentHash, id: Not(own) });
    if (same) return this.twin(same, 'same_text');
    const near = await this.nearest(identity, own);
    return near && this.twin(near, 'near_duplicate');
  }

  /** A fingerprint as it is stored: what many texts are like is looked at again and again. */
  private printOf(signature: string): TextIdentity['fingerprint'] | null {
    const known = this.prints.get(signature);
    if (known !== undefined) return known;
    const print = decodeFingerprint(signature);
    if (this.prints.size >= KEPT_PRINTS) this.prints.clear();
    this.prints.set(signature, print);
    return print;
  }

  private async twin({ originId, originLink }: Report, reason: OriginReason): Promise<Twin> {
    const origin = await this.database.rows.findOneByOrFail(Report, { id: originId });
    return { origin, reason, hasTheWords: originLink !== 'suggested' };
  }

  private earliest(where: FindOptionsWhere<Report>): Promise<Report | null> {
    return this.database.rows.findOne(Report, { where, order: { publishedAt: 'ASC', id: 'ASC' } });
  }

  private async nearest(identity: TextIdentity, own: string): Promise<Report | null> {
    const sharing = joined(bandsOf(identity.fingerprint.signature).map(filed), ' union ');
    const { text, values } = sql`select f.report_id as "reportId", f.signature from report_fingerprints f
      where f.report_id in (select u.report_id from (${sharing}) u where u.report_id <> ${own}
        order by u.report_id limit ${written(MOST_COMPARED)})`;
    const prints = await this.database.read<Pick<Fingerprint, 'reportId' | 'signature'>>(text, values);
    const likeness = prints.flatMap((row) => {
      const print = this.printOf(row.signature);
      const found = print && compare(identity.fingerprint, print);
      return found?.relation === 'copy' ? [{ id: row.reportId, overlap: found.overlap }] : [];
    });
    likeness.sort((a, b) => b.overlap - a.overlap || (a.id < b.id ? -1 : 1));
    return likeness[0] ? this.earliest({ id: likeness[0].id }) : null;
  }
}
