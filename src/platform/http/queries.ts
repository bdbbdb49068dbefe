import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Remembered } from '../remembered.js';
import { checked } from '../validation.js';
import { LOOKS_AT_ANOTHER } from './parameters.js';

/** How many texts are remembered that were found good, and how long they are at most, in UTF-16 units. */
const MOST_GOOD = 1000;
const LONGEST_GOOD = 500;

/** A class of query, as its rules describe it. */
interface QueryClass {
  /** The names of everything that it checks. */
  readonly members: ReadonlySet<string>;
  /** Those that must be there. */
  readonly needed: readonly string[];
  /** Those that are good or not by themselves; none where it is not known of all of them whether they are needed. */
  readonly alone: ReadonlySet<string>;
  /** What members say, by their names; under no name, what whole queries say. */
  readonly read: Map<string, Remembered<unknown>>;
}

const classes = new Map<Type<object>, QueryClass>();

/** The names of everything that a class checks. */
export const membersOf = (act: Type<object>): ReadonlySet<string> => queryClass(act).members;

/**
 * What a query says. Whether it is good follows from its texts alone, so that each is looked into once: each member by itself,
 * where its rules look at nothing else. Nobody changes it.
 *
 * @throws Fault as `checked` does, with all that is wrong
 */
export function checkedOnce(act: Type<object>, given: Readonly<Record<string, string>>): object {
  const query = queryClass(act);
  const said = Object.entries(given);
  if (query.needed.some((name) => !(name in given)) || !said.every(([name]) => query.alone.has(name))) {
    return remembered(query, '', JSON.stringify(given), () => Object.freeze(checked(act, given))) as object;
  }
  const whole = new act() as Record<string, unknown>;
  try {
    for (const [name, text] of said) whole[name] = remembered(query, name, text, () => memberOf(act, name, text));
  } catch {
    return checked(act, given); // which tells all that is wrong
  }
  return Object.freeze(whole);
}

const memberOf = (act: Type<object>, name: string, text: string): unknown =>
  (checked(act, { [name]: text }, true) as Readonly<Record<string, unknown>>)[name];

function remembered({ read }: QueryClass, name: string, text: string, make: () => unknown): unknown {
  if (text.length > LONGEST_GOOD) return make();
  const texts = read.get(name) ?? new Remembered<unknown>(MOST_GOOD);
  read.set(name, texts);
  return texts.of(text, make);
}

function queryClass(act: Type<object>): QueryClass {
  const known = classes.get(act);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(act, '', false, false);
  const conditions = rules.filter(({ type }) => type === 'conditionalValidation');
  const members = new Set(rules.map((rule) => rule.propertyName));
  const optional = new Set(conditions.map((rule) => rule.propertyName));
  const dependent = new Set(rules.filter(({ name }) => name === LOOKS_AT_ANOTHER).map((rule) => rule.propertyName));
  const isPlain = conditions.every(({ name }) => name === 'isOptional');
  const found = {
    members,
    needed: [...members].filter((name) => !optional.has(name)),
    alone: new Set(isPlain ? [...members].filter((name) => !dependent.has(name)) : []),
    read: new Map<string, Remembered<unknown>>(),
  };
  classes.set(act, found);
  return found;
}
