import type { OutcomeView } from '../views.js';

type Span = OutcomeView['candidates'][number]['span'];

/** A passage with the number under which the list names it. Offsets are UTF-16 units. */
export interface NumberedSpan {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text with the passages that cover it, and those that begin with it. */
export interface Stretch {
  readonly text: string;
  readonly covers: readonly number[];
  readonly begins: readonly number[];
}

/** The spans of claims in the title or the text of an article, numbered from 1 in the order of the claims. */
export const spansIn = (where: Span['where'], spans: readonly Span[]): NumberedSpan[] =>
  spans.flatMap((span, index) =>
    span.where === where ? [{ number: index + 1, start: span.start, end: span.end }] : [],
  );

/** Cuts a text where passages begin and end. The stretches of a passage, put together, are the passage. */
export function stretchesOf(text: string, spans: readonly NumberedSpan[]): Stretch[] {
  const cuts = [0, text.length, ...spans.flatMap(({ start, end }) => [start, end])];
  const edges = [...new Set(cuts)].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1]!;
    const inside = spans.filter((span) => span.start <= start && span.end >= end);
    return {
      text: text.slice(start, end),
      covers: inside.map(({ number }) => number),
      begins: inside.filter((span) => span.start === start).map(({ number }) => number),
    };
  });
}

/** A text with its passages marked and numbered; each number leads to the claim that was read there. */
export function MarkedText({ text, spans }: { text: string; spans: readonly NumberedSpan[] }) {
  return (
    <>
      {stretchesOf(text, spans).map(({ text: words, covers, begins }) => (
        <>
          {begins.map((number) => (
            <a
              class="mark-number"
              id={`m${number}`}
              href={`#p${number}`}
              aria-label={`passage ${number}, to its claim`}
            >
              {number}
            </a>
          ))}
          {covers.length === 0 ? words : <mark data-claims={covers.join(' ')}>{words}</mark>}
        </>
      ))}
    </>
  );
}
