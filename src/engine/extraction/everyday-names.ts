import type { Sentence } from './segment.js';

/** Names that are everyday words: at the start of a sentence they need a model behind them. */
export const EVERYDAY = new Set(
  `nothing sharp switch snap echo mate mini arc shield surface momentum framework quest seat alpine polar pioneer sapphire
  marshall remarkable whoop monster defender smart vantage parrot monitor ring light slate clicks cowboy creative ram genesis lotus lynx
  noise rabbit tonal panic antigravity pebble citizen crucial analogue backbone arm poly rode colorful linn roland lava palm fossil
  triumph giant specialized eclipse dolphin seagull spring born recon transit instinct element flow vida`.split(/\s+/),
);

/** Services and platforms whose names look like those of devices. */
const SERVICES = new Set(
  `google tv,google home,google one,google play,apple tv+,apple music,apple pay,playstation plus,playstation studio,xbox live,amazon music,
  samsung pay,samsung health,meta ai`.split(/,\s*/),
);

/** Whether the tokens name a service. */
export const isService = ({ tokens, text }: Sentence, first: number, last: number): boolean =>
  SERVICES.has(text.slice(tokens[first]!.start, tokens[last]!.end).toLowerCase());
