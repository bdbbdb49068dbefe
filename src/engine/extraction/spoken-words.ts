const HAN = /[\u3400-\u9fff]/g;

/** How many words a text has; two Chinese characters count for one. */
export const countWords = (text: string): number =>
  text.split(/\s+/).length + Math.floor((text.match(HAN)?.length ?? 0) / 2);
