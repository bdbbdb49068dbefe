/** What no XML document may hold (XML 1.0, 2.2): signs of control, halves of letters, and two that are none. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** A text as it may stand in XML, between tags and in attributes; what may not stand there is shown as `�`. */
export const xmlText = (text: string): string =>
  text.replace(ILLEGAL, '\u{fffd}').replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign]!);
