import { Injectable } from '@nestjs/common';
import { OwnCalibrations } from '../../calibration/own-calibration.service.js';
import { SourceRecords } from '../../calibration/source-records.service.js';
import { faceValueOf } from '../../engine/scoring/index.js';
import { Moments, type Moment } from '../../events/moments.service.js';
import { lotsOf } from '../../platform/database/sql.js';
import { RumorBoard } from '../../rumors/rumor-board.service.js';
import { viewRumor } from '../../rumors/rumor.view.js';
import type { RumorView } from '../views.js';
import { askedIn } from './asked.js';
import type { ClaimsProps } from './claims-page.js';
import type { ClaimsQueryDto } from './claims-query.dto.js';
import { behind, type Said } from './said.js';

/** How many claims a page lists. */
const MOST_LISTED = 100;

/** Which of the claims are wanted: a page of them, as the query says, or all. */
export type Extent = 'page' | 'all';

/** Finds the claims that a reliability diagram is counted from. */
@Injectable()
export class SaidClaims {
  constructor(
    private readonly own: OwnCalibrations,
    private readonly records: SourceRecords,
    private readonly rumors: RumorBoard,
    private readonly moments: Moments,
  ) {}

  /**
   * What Hearsay believed of decided claims.
   *
   * @throws Fault malformed `invalid-parameter` for days that run backwards
   */
  ofHearsay(query: ClaimsQueryDto, extent: Extent = 'page'): Promise<ClaimsProps> {
    return this.moments.read(null, async (moment) => {
      const { read } = await this.own.of(query.horizon ?? 'any', askedIn(query), moment);
      const claims = read.forecasts.map(({ decided: { rumorId, happened, decidedAt }, probability }) => {
        return { rumorId, happened, decidedAt, said: probability };
      });
      return { whose: null, ...(await this.part(claims, { query, extent }, moment)) };
    });
  }

  /**
   * What a source said of decided claims, at face value.
   *
   * @throws Fault not found `unknown-source`; malformed `invalid-parameter` for days that run backwards
   */
  ofSource(reference: string, query: ClaimsQueryDto, extent: Extent = 'page'): Promise<ClaimsProps> {
    return this.moments.read(null, async (moment) => {
      const { source, calls } = await this.records.of(reference, askedIn(query), moment);
      const claims = calls.map((call) => {
        const { rumorId, happened, decidedAt } = call;
        return { rumorId, happened, decidedAt, said: faceValueOf(call).probability };
      });
      const whose = { slug: source.slug, name: source.name };
      return { whose, ...(await this.part(claims, { query, extent }, moment)) };
    });
  }

  private async part(
    all: readonly Said[],
    { query, extent }: { query: ClaimsQueryDto; extent: Extent },
    moment: Moment,
  ): Promise<Omit<ClaimsProps, 'whose'>> {
    const found = behind(all, query);
    const first = (Number(query.page ?? 1) - 1) * MOST_LISTED;
    const listed = extent === 'all' ? found : found.slice(first, first + MOST_LISTED);
    const rumors = await this.rumorsOf(listed, moment);
    return {
      claims: listed.map((claim) => ({ ...claim, rumor: rumors.get(claim.rumorId) ?? null })),
      first,
      found: found.length,
      happened: found.filter(({ happened }) => happened).length,
      query,
    };
  }

  private async rumorsOf(claims: readonly Said[], moment: Moment): Promise<ReadonlyMap<string, RumorView>> {
    const rumors = new Map<string, RumorView>();
    for (const ids of lotsOf([...new Set(claims.map(({ rumorId }) => rumorId))])) {
      for (const row of await this.rumors.list({ ids }, moment)) rumors.set(row.id, viewRumor(row));
    }
    return rumors;
  }
}
