import type { Mention } from './mentions.js';
import { cuesOf, type Line } from './scene.js';

const FIRST_LINES = 3;
/** Words for a product that say nothing of its kind. */
const GENERAL = new Set(
  `product device model machine gadget flagship reader chip lens produkt gerät modell producto dispositivo modelo produit appareil modèle
  prodotto modello produkt urządzenie produto aparelho 产品 设备 新品 新机`.split(/\s+/),
);
/** What may stand between a maker and the kind of its product: `Apple's first foldable phone`, `the Samsung TV box`. */
const BETWEEN = /^(?:'s|-)?(?: [a-zà-ÿ-]{1,14}){0,3} ?$/;
/** What makes a word for a product a part of another: `camera maker`, `phone battery`. */
const GOES_ON =
  /^(?:-|'s? | )(?:maker|makers|brand|company|business|market|division|unit|sales|users|owners|app|battery|screen|display|camera|chip|software|update|prices?|hersteller|sparte|verkäufe)/;

/** The maker's name and the kind of product that the sentence says it makes; null where it says none. */
function describedIn(line: Line, maker: string): string | null {
  const products = cuesOf(line, 'product').filter(
    ({ start, end }) => !GENERAL.has(line.lower.slice(start, end)) && !GOES_ON.test(line.lower.slice(end)),
  );
  const isOf = ({ company, end }: Mention, start: number): boolean =>
    company === maker && end <= start && BETWEEN.test(line.text.slice(end, start));
  for (const { start, end } of products)
    if (line.mentions.some((each) => isOf(each, start))) return `${maker} ${line.lower.slice(start, end)}`;
  const [first] = products;
  const isNamed = line.mentions.some(({ company }) => company === maker);
  return first && isNamed && line.where === 'title' ? `${maker} ${line.lower.slice(first.start, first.end)}` : null;
}

/**
 * What the article calls a product that has no name yet: `GoPro drone`, where title or first sentences say that the maker
 * makes one. Null where they do not.
 */
export function describedName(lines: readonly Line[], maker: string): string | null {
  for (const line of lines) {
    if (line.where === 'text' && line.index > FIRST_LINES) return null;
    const name = describedIn(line, maker);
    if (name !== null) return name;
  }
  return null;
}
