import { brierScore, type Forecast, skillOf } from '../engine/scoring/index.js';
import type { OwnForecast } from './forecasts.service.js';

/** How right Hearsay was in a part of what it believed, beside those who believe less cleverly. */
export interface OwnPart {
  /** How many claims. */
  readonly n: number;
  readonly brier: number | null;
  /** The Brier score of the base rates, and of counting articles, on the same claims. */
  readonly baseBrier: number | null;
  readonly countedBrier: number | null;
  /** How much better than these, 1 = perfect, 0 = no better. */
  readonly overBase: number | null;
  readonly overCounted: number | null;
}

/** A part of the record by what it is about: a family of subjects, a category, a company. */
export interface NamedPart extends OwnPart {
  readonly key: string;
}

/** How many parts are told at most; those with the most claims. */
const MOST_PARTS = 50;

/** What Hearsay believed, as forecasts. */
export const ownForecasts = (all: readonly OwnForecast[]): Forecast[] =>
  all.map(({ decided, probability }) => ({ probability, happened: decided.happened }));

/** How right Hearsay was about these claims. */
export function ownPartOf(all: readonly OwnForecast[]): OwnPart {
  const scored = (probability: (forecast: OwnForecast) => number): number | null =>
    brierScore(all.map((each) => ({ probability: probability(each), happened: each.decided.happened })));
  const brier = scored(({ probability }) => probability);
  const baseBrier = scored(({ decided }) => decided.baseRate);
  const countedBrier = scored(({ counted }) => counted);
  const [overBase, overCounted] = [skillOf(brier, baseBrier), skillOf(brier, countedBrier)];
  return { n: all.length, brier, baseBrier, countedBrier, overBase, overCounted };
}

/** The same by what the claims are about, the largest part first. */
export function partsBy(all: readonly OwnForecast[], key: (forecast: OwnForecast) => string | null): NamedPart[] {
  const groups = new Map<string, OwnForecast[]>();
  for (const forecast of all) {
    const name = key(forecast);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), forecast]);
  }
  return [...groups]
    .map(([name, part]) => ({ key: name, ...ownPartOf(part) }))
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_PARTS);
}
