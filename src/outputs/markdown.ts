/** What has a meaning in Markdown (CommonMark and its usual extensions) wherever it stands. */
const SIGNS = /[\\`*_{}[\]<>#|~&!$@]/g;
/** What has one at the beginning of a line, and addresses that would become links by themselves. */
const AT_START = /^([+\-=]|\d{1,9}(?=[.)]))/;
const ADDRESSES = /:(?=\/\/)|(?<=\bwww)\./gi;
/** Signs that move what is read after them, and breaks of lines. */
const UNSEEN = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]+/g;

/** A text of somebody else as Markdown that shows it letter for letter, on one line, and does nothing else. */
export function plainText(text: string): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().replace(SIGNS, '\\$&').replace(ADDRESSES, '\\$&');
  return line.replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\u200b` : `\\${start}`));
}

/** A link to an address of a page under a text; the text alone where the address cannot stand in a link. */
export function linkTo(text: string, address: string | null): string {
  if (address === null || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return plainText(text);
  const href = new URL(address).href.replace(/[()<>\\\s]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return `[${plainText(text)}](${href})`;
}
