import { Injectable } from '@nestjs/common';
import { In, Not, type FindOptionsWhere } from 'typeorm';
import { bandsOf, compare, decodeFingerprint, type TextIdentity } from '../engine/similarity/index.js';
import { Database } from '../platform/database/database.js';
import { FingerprintBand, Fingerprint } from './fingerprint.entity.js';
import { Report, type OriginReason } from './report.entity.js';

/** A report that tells the same in the same words, with the one that both go back to. */
export interface Twin {
  readonly origin: Report;
  readonly reason: OriginReason;
}

/** More reports than these share a band only where a text was copied many times: then these are enough to see it. */
const MOST_COMPARED = 50;

/** Finds the reports that go back to one text, so that they count once. */
@Injectable()
export class Origins {
  constructor(private readonly database: Database) {}

  /**
   * The report with the same text, else one with nearly the same; null if the text is told for the first time.
   *
   * @param own the id of the report whose text it is, where that is known already
   */
  async twinOf(identity: TextIdentity, own = ''): Promise<Twin | null> {
    const same = await this.earliest({ contentHash: identity.contentHash, id: Not(own) });
    if (same) return { origin: await this.originOf(same), reason: 'same_text' };
    const near = await this.nearest(identity, own);
    return near && { origin: await this.originOf(near), reason: 'near_duplicate' };
  }

  /** Makes a report the origin of a group, in place of the one that was; its copies follow. */
  reroot(formerId: string, originId: string, originReason: OriginReason): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.update(Report, { originId: formerId }, { originId });
      await rows.update(Report, { id: formerId }, { originLink: 'confirmed', originReason });
    });
  }

  private originOf({ originId }: Report): Promise<Report> {
    return this.database.rows.findOneByOrFail(Report, { id: originId });
  }

  private earliest(where: FindOptionsWhere<Report>): Promise<Report | null> {
    return this.database.rows.findOne(Report, { where, order: { publishedAt: 'ASC', id: 'ASC' } });
  }

  private async nearest(identity: TextIdentity, own: string): Promise<Report | null> {
    const bands = bandsOf(identity.fingerprint.signature);
    const filed = await this.database.rows.find(FingerprintBand, {
      where: { band: In(bands) },
      order: { reportId: 'ASC' },
      take: MOST_COMPARED * bands.length,
    });
    const ids = [...new Set(filed.map((row) => row.reportId))].filter((id) => id !== own).slice(0, MOST_COMPARED);
    const prints = await this.database.rows.findBy(Fingerprint, { reportId: In(ids) });
    const likeness = prints.flatMap((row) => {
      const print = decodeFingerprint(row.signature);
      const found = print && compare(identity.fingerprint, print);
      return found?.relation === 'copy' ? [{ id: row.reportId, overlap: found.overlap }] : [];
    });
    likeness.sort((a, b) => b.overlap - a.overlap || (a.id < b.id ? -1 : 1));
    return likeness[0] ? this.earliest({ id: likeness[0].id }) : null;
  }
}
