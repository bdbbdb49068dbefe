import type { Lexicon } from './lexicon/cue.js';
import { SHOWN } from './show-times.js';
import type { TimeRule } from './time-meaning.js';
import { timeRules } from './time-rules.js';
import { TokenGate } from './token-gate.js';

/** What times are found with in one language. */
export interface Compiled {
  readonly rules: readonly (TimeRule & { readonly mask: number })[];
  /** Tells which rules a sentence has words for. */
  readonly gate: TokenGate;
  /** The bit of words that shows are called by. */
  readonly shown: number;
  /** Something that every named time has, where words are not told apart by blanks. */
  readonly unspaced: RegExp | null;
  readonly notBefore: RegExp;
  /** "Not" and, in the same clause, "before" right ahead of the time; of `before 2028` the word belongs to the time. */
  readonly denied: RegExp;
  readonly before: RegExp;
  readonly earliest: RegExp;
  readonly between: RegExp;
}

const known = new WeakMap<Lexicon, Compiled>();

function compile({ times: words, cues }: Lexicon): Compiled {
  const letters = 'A-Za-z\\u00c0-\\u1fff';
  const not = (cues.not ?? '').split(',').map((each) => each.trim());
  const rules = timeRules(words);
  const needs = [...new Set(rules.flatMap((each) => (each.needs === null ? [] : [each.needs.source])))];
  return {
    rules: rules.map((rule) => ({ ...rule, mask: rule.needs === null ? 0 : 1 << needs.indexOf(rule.needs.source) })),
    gate: new TokenGate([...needs.map((source) => new RegExp(source)), SHOWN]),
    shown: 1 << needs.length,
    unspaced: words.unspaced
      ? new RegExp(`20\\d\\d|[1-4]q|q[1-4]|[月年季天周日]|${Object.values(words.soon).join('|')}`)
      : null,
    notBefore: new RegExp(`(?:${words.notBefore})(?: (?:in |the )?)?$`),
    denied: new RegExp(`(?<![${letters}])(?:${not.join('|')})(?![${letters}])[^.;:]{0,70}$`),
    before: new RegExp(`(?<![${letters}])(?:${words.before}) ?$`),
    earliest: new RegExp(`^,? ?(?:${words.earliest})(?![${letters}])`),
    between: new RegExp(`^(?:${words.between})$`),
  };
}

/** The patterns of a language, made when they are first asked for. */
export function compiledOf(lexicon: Lexicon): Compiled {
  const made = known.get(lexicon);
  if (made) return made;
  const fresh = compile(lexicon);
  known.set(lexicon, fresh);
  return fresh;
}
