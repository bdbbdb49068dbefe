/** What a reader chose is kept in this browser; where that is not allowed, it holds for the page. */

/** @type {Map<string, string>} */
const held = new Map();

/**
 * @param {string} name
 * @returns {string | null} what was chosen, null where nothing was
 */
export function recall(name) {
  try {
    return localStorage.getItem(`hearsay-${name}`);
  } catch {
    return held.get(name) ?? null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  held.set(name, value);
  try {
    localStorage.setItem(`hearsay-${name}`, value);
  } catch {
    // it holds for this page
  }
}
