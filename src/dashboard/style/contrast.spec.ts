import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKENS = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;

/** The colour of a token in a scheme: each names both. */
function colour(token: string, scheme: (typeof SCHEMES)[number]): string {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  return found?.[1 + SCHEMES.indexOf(scheme)] ?? '';
}

/** The relative luminance of a colour, 0..1 (WCAG 2.2). */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(SCHEMES)('the colours in %s', (scheme) => {
  it.each([
    ['ink', 'paper', 15],
    ['ink', 'sheet', 14],
    ['muted', 'paper', 6],
    ['likely', 'paper', 6],
    ['up', 'paper', 6],
    ['down', 'paper', 5.5],
    ['up', 'sheet', 6],
    ['down', 'sheet', 5.5],
    ['ink', 'likely-soft', 7],
    ['ink', 'mark', 7],
    ['likely', 'track', 4.5],
    ['rival', 'track', 3],
    ['rival', 'paper', 3],
    ['rule-strong', 'paper', 3],
    ['focus', 'paper', 3],
  ])('keep %s apart from %s by %d to 1 or more', (front, back, least) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(least);
  });
});
