import { Injectable } from '@nestjs/common';
import { Companies } from '../companies/companies.service.js';
import { extract, type Article, type ReadClaim, type Reading } from '../engine/extraction/index.js';
import { findSubject, InvalidValue, readValue } from '../engine/subjects/index.js';
import { Knowledge } from './knowledge.service.js';
import { ReadingsAhead } from './readings-ahead.service.js';

/** Reads articles with the names of everything that is followed. */
@Injectable()
export class Reader {
  constructor(
    private readonly companies: Companies,
    private readonly knowledge: Knowledge,
    private readonly ahead: ReadingsAhead,
  ) {}

  /** What an article claims; values that no subject knows are left out, and companies go by their one name. */
  async read(article: Article): Promise<Reading> {
    const names = await this.knowledge.present();
    const reading = this.ahead.take(article, names) ?? extract(article, names.knowledge);
    return this.named(reading);
  }

  /** A reading whose companies go by their one name. */
  async named(reading: Reading): Promise<Reading> {
    const claims: ReadClaim[] = [];
    for (const claim of reading.claims) claims.push(await this.namedIn(claim));
    return { ...reading, claims };
  }

  private async namedIn(claim: ReadClaim): Promise<ReadClaim> {
    if (findSubject(claim.subject)?.family !== 'partner') return claim;
    return { ...claim, value: await this.companies.nameOf(claim.value) };
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
