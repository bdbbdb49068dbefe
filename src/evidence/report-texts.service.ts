import { Injectable } from '@nestjs/common';
import { bandsOf, encodeFingerprint } from '../engine/similarity/index.js';
import { nameKey } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';
import { Sources } from '../sources/sources.service.js';
import { Credit } from './credit.entity.js';
import { Fingerprint, FingerprintBand } from './fingerprint.entity.js';
import type { PublishReport } from './report.dto.js';

/** What is known of a text that is not kept itself. */
type KnownText = Pick<PublishReport, 'identity' | 'credits'>;

/** Keeps of the text of a report what outlives it: its fingerprint, and whom it credits. */
@Injectable()
export class ReportTexts {
  constructor(
    private readonly database: Database,
    private readonly sources: Sources,
  ) {}

  /** Keeps what is known of the text of a report, in place of what was known of it before. */
  keep(reportId: string, text: KnownText): Promise<void> {
    return this.database.transaction(async (rows) => {
      for (const table of [Fingerprint, FingerprintBand, Credit]) await rows.delete(table, { reportId });
      await this.file(reportId, text);
    });
  }

  /** Keeps what is known of the text of a new report. To be called within an act. */
  async file(reportId: string, text: KnownText): Promise<void> {
    await this.keepFingerprint(reportId, text);
    await this.keepCredits(reportId, text);
  }

  private keepFingerprint(reportId: string, { identity: { fingerprint } }: KnownText): Promise<void> {
    return this.database.transaction(async (rows) => {
      await rows.insert(Fingerprint, { reportId, signature: encodeFingerprint(fingerprint) });
      const bands = [...new Set(bandsOf(fingerprint.signature))];
      await rows.insert(
        FingerprintBand,
        bands.map((band) => ({ band, reportId })),
      );
    });
  }

  private keepCredits(reportId: string, { credits }: KnownText): Promise<void> {
    const names = new Map(credits.map((credit) => [nameKey(credit.name), credit.name]));
    names.delete('');
    return this.database.transaction(async (rows) => {
      for (const [key, name] of names) {
        const source = await this.sources.named(name);
        await rows.insert(Credit, { reportId, nameKey: key, name, sourceId: source?.id ?? null });
      }
    });
  }
}
