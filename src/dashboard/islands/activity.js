/** How many lines the page holds. */
const MOST = 200;

/**
 * The lines of news on a page; null where it has none.
 *
 * @returns {{ stream: string, last: number, insert: () => Promise<number>, reread: () => Promise<number> } | null}
 */
export function startActivity() {
  const list = document.getElementById('activity');
  if (!list) return null;
  const { stream = '', more = '/activity', last = '0' } = list.dataset;
  const anew = document.getElementById('activity-anew');
  let place = Number(last);

  /** Asks the server for its own lines, so that nothing is worded twice. @param {number} after */
  const read = async (after) => {
    const address = `${more}${more.includes('?') ? '&' : '?'}after=${after}`;
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.getElementById('activity');
    const items = /** @type {HTMLElement[]} */ ([...(found?.children ?? [])]);
    return { items, last: Number(found?.dataset.last ?? after) };
  };

  /** @param {HTMLElement[]} items */
  const put = (items) => {
    list.prepend(...items);
    while (list.children.length > MOST) list.lastElementChild?.remove();
    if (items.length > 0) document.getElementById('no-activity')?.remove();
  };

  return {
    stream,
    last: place,
    async insert() {
      const known = place;
      const part = await read(known);
      const items = part.items.filter((item) => Number(item.dataset.sequence) > known);
      place = Math.max(known, part.last);
      put(items);
      if (anew) anew.hidden = true;
      return items.length;
    },
    /** Shows what the log has now instead of what is shown; says up to which place that is. */
    async reread() {
      const part = await read(0);
      list.replaceChildren();
      place = part.last;
      put(part.items);
      if (anew) anew.hidden = false;
      return place;
    },
  };
}
