/** The mark of Hearsay as the icon of a window: a quotation that ends in a step up. */
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><path fill="#0b6a63" d="M3 3h20v15H12l-6 6v-6H3z"/><path fill="none" stroke="#fff" stroke-width="2" d="M7 14h4v-3h4V8h4"/></svg>`;
