import type { Act, Certainty, Stance } from '../subjects/index.js';

/** A text that was published, and what is known of it. */
export interface Article {
  readonly text: string;
  readonly title?: string | null;
  readonly url?: string | null;
  /** `YYYY-MM-DD`; where it is missing the reader looks for a date in address, title and text. */
  readonly publishedOn?: string | null;
}

/** A maker or partner whose name the reader knows. */
export interface KnownCompany {
  readonly name: string;
  /** Other spellings of its name (`Leica Camera AG`). */
  readonly aliases: readonly string[];
  /** Names under which it sells devices, without its own (`Galaxy`, `Redmi`). */
  readonly lines: readonly string[];
}

/** A device that is already followed. */
export interface KnownDevice {
  readonly id: string;
  readonly company: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The names that the reader may rely on. */
export interface Knowledge {
  readonly companies: readonly KnownCompany[];
  readonly devices: readonly KnownDevice[];
}

/** A passage of the article: `exact` is `article[where].slice(start, end)`, offsets in UTF-16 units. */
export interface Span {
  readonly where: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** A device that the article is about or makes claims on. */
export interface ReadDevice {
  readonly company: string;
  /** The commercial name with the maker's line, as most used: `Xiaomi 12 Ultra`. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The id of the known device that this is; null for one seen for the first time. */
  readonly knownId: string | null;
  /** The one device the article is mainly about. */
  readonly primary: boolean;
}

/** One thing that the article says about a device. */
export interface ReadClaim {
  /** The `name` of one of the article's devices. */
  readonly device: string;
  readonly subject: string;
  /** The canonical text of the value, readable by `readValue`. */
  readonly value: string;
  readonly region: string | null;
  readonly variant: string | null;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly span: Span;
}

/** Words of a named speaker. */
export interface ReadStatement {
  readonly speaker: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly act: Act;
  /** Whether the speaker speaks for the maker, its partner or another company that a claim involves. */
  readonly official: boolean;
  /** Whether it stands between quotation marks. */
  readonly direct: boolean;
  /** The words themselves, without the quotation marks. */
  readonly span: Span;
  /** The claims (by index) that the statement itself makes: subject and value stand inside its span. */
  readonly claims: readonly { readonly index: number; readonly stance: Stance }[];
}

/** An upstream source that the article names. */
export interface ReadCredit {
  readonly name: string;
  /** Handles and employers under which the same source may be given. */
  readonly aliases: readonly string[];
  readonly span: Span;
}

/** Everything that the reader found in one article. */
export interface Reading {
  readonly isRumor: boolean;
  /** ISO 639-1. */
  readonly language: string;
  /** `YYYY-MM-DD` or, where only that can be known, `YYYY-MM`. */
  readonly publishedOn: string | null;
  readonly publishedFrom: 'given' | 'meta' | 'url' | 'text' | null;
  readonly devices: readonly ReadDevice[];
  readonly claims: readonly ReadClaim[];
  readonly statements: readonly ReadStatement[];
  readonly credits: readonly ReadCredit[];
}
