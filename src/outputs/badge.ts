import { xmlText } from './xml.js';

/** What a badge says: on its left what it is about, on its right how that is. */
export interface Badge {
  readonly label: string;
  readonly value: string;
  /** 0..1, by which it is coloured; null where nothing is known. */
  readonly probability: number | null;
}

/** About how wide a letter is, in pixels of a sans-serif of 11. */
const LETTER = 6.6;
const PADDING = 12;
const MOST_LETTERS = 60;

const widthOf = (text: string): number => Math.round([...text].length * LETTER + PADDING);
const short = (text: string): string => {
  const letters = [...text];
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
};

/** From doubtful to sure; on each of these white is read well (4.5 : 1 and more). */
function colourOf(probability: number | null): string {
  if (probability === null) return '#5b6470';
  return probability < 0.45 ? '#8a4b08' : probability < 0.8 ? '#5a5f00' : '#1d6b3a';
}

/** A badge as SVG, to be shown in pages of others. */
export function badgeSvg({ label, value, probability }: Badge): string {
  const [left, right] = [short(label), short(value)];
  const [a, b] = [widthOf(left), widthOf(right)];
  const said = xmlText(`${left}: ${right}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${said}">
<title>${said}</title>
<rect width="${a}" height="20" fill="#333a44"/>
<rect x="${a}" width="${b}" height="20" fill="${colourOf(probability)}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="${a / 2}" y="14" textLength="${a - PADDING}">${xmlText(left)}</text>
<text x="${a + b / 2}" y="14" textLength="${b - PADDING}">${xmlText(right)}</text>
</g>
</svg>
`;
}
