import { Injectable } from '@nestjs/common';
import type { Lifecycle } from '../devices/device.entity.js';
import type { Moment } from '../events/moments.service.js';
import { Named, type NamedIds } from '../evidence/named.service.js';
import type { RumorStatus } from '../rumors/rumor.entity.js';
import type { Dataset } from './datasets.js';
import { ExportQueryDto } from './export.dto.js';
import { RecordRows } from './record-rows.service.js';
import { ThingRows } from './thing-rows.service.js';

/** What is asked of a dataset, with what it names by its ids. */
export type Asked = Omit<ExportQueryDto, 'device' | 'company' | 'source' | 'rumor'> & NamedIds;

/** Reads the rows of every dataset, as they are shown in its list. */
@Injectable()
export class DatasetReader {
  constructor(
    private readonly named: Named,
    private readonly things: ThingRows,
    private readonly records: RecordRows,
  ) {}

  /** What a query asks for; refuses what it names and is not there. */
  async asked(query: ExportQueryDto, moment: Moment): Promise<Asked> {
    return { ...query, ...(await this.named.in(query, moment)) };
  }

  /** Those of the rows with these ids that are asked for, in the order of their ids. */
  rows(dataset: Dataset, ids: readonly string[], asked: Asked, moment: Moment): Promise<readonly object[]> {
    const { rumorId, deviceId, companyId, sourceId, subject, from, to, since } = asked;
    const { q: words, region, min_confidence: minConfidence, changed_since: changedSince } = asked;
    switch (dataset) {
      case 'devices': {
        const { category, launch_from: launchFrom, launch_to: launchTo } = asked;
        const lifecycle = asked.status as Lifecycle | undefined;
        const launch = { launchFrom, launchTo, region };
        return this.things.ofDevices(
          { ids, words, companyId, category, lifecycle, minConfidence, changedSince, ...launch },
          moment,
        );
      }
      case 'rumors': {
        const numbers = { minConfidence, maxConfidence: asked.max_confidence };
        const status = asked.status as RumorStatus | undefined;
        const about = { deviceId, companyId, subject, region };
        return this.things.ofRumors({ ids, words, status, changedSince, ...about, ...numbers }, moment);
      }
      case 'sources': {
        const { kind, grade, min_resolved: minResolved } = asked;
        return this.things.ofSources({ ids, words, kind, grade, minResolved }, moment);
      }
      case 'evidence':
        return this.records.ofEvidence({ ids, rumorId, deviceId, sourceId, stance: asked.stance, since }, moment);
      case 'statements': {
        const { speaker, act, official, verified } = asked;
        return this.records.ofStatements(
          { ids, rumorId, deviceId, companyId, speaker, act, official, verified, since },
          moment,
        );
      }
      case 'resolutions':
        return this.records.ofResolutions(
          { ids, deviceId, companyId, subject, outcome: asked.outcome, from, to },
          moment,
        );
      case 'history':
        return this.records.ofHistory({ ids, rumorId, deviceId, companyId, subject, from, to }, moment);
    }
  }
}
