import { Injectable } from '@nestjs/common';
import {
  actOf,
  type ReadClaim,
  type ReadCredit,
  type ReadDevice,
  type Reading,
  type ReadStatement,
} from '../engine/extraction/index.js';
import { nameKey } from '../engine/subjects/index.js';
import { Reader } from '../ingestion/reader.service.js';
import { Fault } from '../platform/fault.js';
import { UNREAD } from '../evidence/report.entity.js';
import { toldIn } from './given-claims.js';
import { GivenNames } from './given-names.service.js';
import { NO_PASSAGE, passageIn, wholeSaying, type Words } from './given-passages.js';
import type { GivenStatementDto } from './given-sayings.dto.js';
import type { GivenClaimDto, GivenReadingDto } from './given.dto.js';
import type { LineArticle } from './import-article.js';

/** How many letters around words tell what is done by saying them. */
const AROUND = 60;

/** Makes of what a line says it claims the reading that the reader would have made of its text. */
@Injectable()
export class GivenReadings {
  constructor(
    private readonly reader: Reader,
    private readonly names: GivenNames,
  ) {}

  /** What an article claims: what its line gives takes the place of what would be read in its text. */
  async of({ article, given }: LineArticle): Promise<Reading> {
    const { text, title = null, url = null, published_on: publishedOn = null } = article;
    const read = text === '' ? null : await this.reader.read({ text, title, url, publishedOn });
    if (given === null) return read ?? nothingRead(publishedOn);
    return this.given(given, { title, text }, read ?? nothingRead(publishedOn ?? given.published ?? null));
  }

  private async given(given: GivenReadingDto, words: Words, read: Reading): Promise<Reading> {
    const devices = await this.devicesOf(given);
    const claims: ReadClaim[] = [];
    for (const [index, claim] of given.claims.entries()) {
      claims.push(await this.claimOf(claim, `#/claims/${index}`, devices, words));
    }
    const statements = given.statements.map((said, index) => saidIn(said, `#/statements/${index}`, claims, words));
    const credits = given.credits.length === 0 ? read.credits : given.credits.map((each) => creditIn(each, words));
    const month = read.publishedOn === null && given.published ? given.published : null;
    return this.reader.named({
      ...read,
      isRumor: true,
      language: given.language ?? read.language,
      ...(month !== null && { publishedOn: month, publishedFrom: 'given' }),
      ...{ devices: [...devices.values()], claims, statements, credits },
    });
  }

  /** The devices that are given, by the keys of their names. */
  private async devicesOf({ devices }: GivenReadingDto): Promise<Map<string, ReadDevice>> {
    const found = new Map<string, ReadDevice>();
    for (const [index, { name, brand, aliases, primary }] of devices.entries()) {
      const named = await this.names.device({ name, brand }, `#/devices/${index}`);
      found.set(nameKey(name), { ...named, name, aliases, primary: primary || devices.length === 1 });
    }
    return found;
  }

  private async claimOf(
    claim: GivenClaimDto,
    pointer: string,
    devices: Map<string, ReadDevice>,
    words: Words,
  ): Promise<ReadClaim> {
    const device = await this.deviceOf(claim, pointer, devices);
    const { region = null, variant = null, stance, certainty, span } = claim;
    return {
      ...{ device: device.name, ...toldIn(claim, pointer), region, variant, stance, certainty },
      span: span === undefined || span === null ? NO_PASSAGE : passageIn(words, span, `${pointer}/span`),
    };
  }

  /** The device of a claim: one of those that are given, else one that it names by itself, which then is among them. */
  private async deviceOf(claim: GivenClaimDto, pointer: string, devices: Map<string, ReadDevice>): Promise<ReadDevice> {
    const { device: name, brand } = claim;
    const all = [...devices.values()];
    if (name === undefined || name === null) {
      const primary = all.find((each) => each.primary) ?? all[0];
      if (primary) return primary;
      const detail = 'it names no device, and the report is about none';
      throw new Fault('invalid', 'unknown-device', `A claim says nothing of a device: ${detail}.`, [
        { pointer: `${pointer}/device`, code: 'unknown-device', detail },
      ]);
    }
    const key = nameKey(name);
    const isNamed = (each: ReadDevice): boolean =>
      [each.name, ...each.aliases].some((own) => nameKey(own) === key || nameKey(`${each.company} ${own}`) === key);
    const known = all.find(isNamed);
    if (known) return known;
    const named = await this.names.device({ name, brand }, `${pointer}/device`);
    const same = all.find(({ knownId }) => knownId !== null && knownId === named.knownId);
    const added = same ?? { ...named, aliases: [], primary: all.length === 0 };
    devices.set(nameKey(added.name), added);
    return added;
  }
}

/** What is known of an article before anything of it was read. */
const nothingRead = (publishedOn: string | null): Reading => ({
  ...{ isRumor: true, language: UNREAD, publishedOn, publishedFrom: publishedOn === null ? null : 'given' },
  ...{ devices: [], claims: [], statements: [], credits: [] },
});

function creditIn({ name, aliases }: { name: string; aliases: readonly string[] }, { text }: Words): ReadCredit {
  const start = text.indexOf(name);
  const span = start === -1 ? NO_PASSAGE : { where: 'text' as const, start, end: start + name.length, exact: name };
  return { name, aliases, span };
}

function saidIn(said: GivenStatementDto, pointer: string, claims: readonly ReadClaim[], words: Words): ReadStatement {
  const { speaker, role = null, organisation = null, official, direct, quote, quote_start: begun } = said;
  if (quote === undefined && begun === undefined) {
    throw new Fault('invalid', 'invalid-input', 'A statement needs the words that were said.', [
      { pointer: `${pointer}/quote`, code: 'missing', detail: 'quote or quote_start is needed' },
    ]);
  }
  const span =
    quote === undefined
      ? wholeSaying(words.text, passageIn({ ...words, title: null }, begun!, `${pointer}/quote_start`))
      : passageIn({ ...words, title: null }, quote, `${pointer}/quote`);
  const around = `${words.text.slice(Math.max(0, span.start - AROUND), span.start)} ${words.text.slice(span.end, span.end + AROUND)}`;
  const act = said.act ?? actOf(around.toLowerCase(), span.exact.toLowerCase());
  const links = said.claims ?? claims.flatMap((claim, index) => (isInside(claim, span) ? [index] : []));
  return {
    ...{ speaker, role, organisation, act, official, direct, span },
    claims: links.map((index, place) => {
      const claim = claims[index];
      if (claim) return { index, stance: claim.stance };
      const detail = `there is no claim ${index} in this line`;
      throw new Fault('invalid', 'invalid-input', `${detail}.`, [
        { pointer: `${pointer}/claims/${place}`, code: 'unknown-claim', detail },
      ]);
    }),
  };
}

/** Whether the passage of a claim stands within words. */
const isInside = ({ span }: ReadClaim, words: ReadStatement['span']): boolean =>
  span.exact !== '' && span.where === words.where && span.start >= words.start && span.end <= words.end;
