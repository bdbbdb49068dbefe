/**
 * The paste box, where a bookmark opened it: what was selected elsewhere stands in the fragment of the address. It goes
 * into the box, which must be empty, and out of the address.
 */
export function startSelection() {
  const box = document.querySelector('textarea#text');
  const [, selected] = /^#text=(.+)$/.exec(location.hash) ?? [];
  if (!(box instanceof HTMLTextAreaElement) || selected === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  if (box.value.trim() !== '') return;
  try {
    box.value = decodeURIComponent(selected);
  } catch {
    // it was cut on its way: nothing is better than half of it
  }
}

/** The bookmark does nothing on our own page but to say what it is for. */
export function startBookmarklet() {
  const link = document.getElementById('bookmarklet');
  const news = document.getElementById('bookmarklet-news');
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    if (news) news.textContent = ' It is pressed on the page of an article, not here.';
  });
}
