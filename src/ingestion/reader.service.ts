import { Injectable } from '@nestjs/common';
import { Companies } from '../companies/companies.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import {
  extract,
  prepareKnowledge,
  type Article,
  type PreparedKnowledge,
  type ReadClaim,
  type Reading,
} from '../engine/extraction/index.js';
import { findSubject, InvalidValue, readValue } from '../engine/subjects/index.js';
import { Database } from '../platform/database/database.js';

/** Reads articles with the names of everything that is followed. */
@Injectable()
export class Reader {
  private prepared: { readonly key: string; readonly knowledge: PreparedKnowledge } | null = null;

  constructor(
    private readonly database: Database,
    private readonly companies: Companies,
    private readonly devices: DeviceBoard,
  ) {}

  /** What an article claims; values that no subject knows are left out, and companies go by their one name. */
  async read(article: Article): Promise<Reading> {
    const reading = extract(article, await this.knowledge());
    const claims: ReadClaim[] = [];
    for (const claim of reading.claims) claims.push(await this.named(claim));
    return { ...reading, claims };
  }

  private async named(claim: ReadClaim): Promise<ReadClaim> {
    if (findSubject(claim.subject)?.family !== 'partner') return claim;
    return { ...claim, value: await this.companies.nameOf(claim.value) };
  }

  /** The names, prepared once for as long as none is added. */
  private async knowledge(): Promise<PreparedKnowledge> {
    const state = await this.database.readOne<Record<string, unknown>>(
      `select (select count(*) from company_names) as companies, (select max(id) from companies) as company,
              (select count(*) from device_names) as names, (select max(id) from devices) as device`,
    );
    const key = JSON.stringify(state);
    if (this.prepared?.key !== key) {
      const [companies, devices] = [await this.companies.known(), await this.devices.known()];
      this.prepared = { key, knowledge: prepareKnowledge({ companies, devices }) };
    }
    return this.prepared.knowledge;
  }
}

/** Whether a claim can become a rumor: its subject is known and its value is one of that subject. */
export function isFollowable(claim: ReadClaim): boolean {
  const subject = findSubject(claim.subject);
  if (!subject) return false;
  try {
    readValue(subject, claim.value);
    return true;
  } catch (error) {
    if (error instanceof InvalidValue) return false;
    throw error;
  }
}
