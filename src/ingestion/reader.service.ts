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

/** Read once when the names are prepared, so that the first article finds the tables of its language built. */
const SAMPLE = {
  text: 'The new phone will launch in July 2030 for $499 with a 50 MP camera, “we are ready,” said Jane Doe, CEO of Orvane.',
  publishedOn: '2030-01-01',
};

/** Reads articles with the names of everything that is followed. */
@Injectable()
export class Reader {
  private prepared: { readonly key: string; readonly knowledge: PreparedKnowledge } | null = null;

  constructor(
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

  /** The names, prepared once for as long as all of them stay as they are, whoever changes them. */
  private async knowledge(): Promise<PreparedKnowledge> {
    const known = { companies: await this.companies.known(), devices: await this.devices.known() };
    const key = JSON.stringify(known);
    if (this.prepared?.key !== key) {
      const knowledge = prepareKnowledge(known);
      if (this.prepared === null) extract(SAMPLE, knowledge);
      this.prepared = { key, knowledge };
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
