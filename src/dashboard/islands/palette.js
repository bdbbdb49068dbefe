const PATIENCE_MS = 120;
const MOST = 8;

/**
 * @param {string} href
 * @param {string} name
 * @param {string} kind
 */
function option(href, name, kind) {
  const item = document.createElement('li');
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.dataset.href = href;
  item.textContent = name;
  const what = document.createElement('small');
  what.textContent = kind;
  item.append(' ', what);
  return item;
}

/**
 * What is found under these words; nothing where the server cannot say.
 *
 * @param {string} words
 */
async function found(words) {
  if (words.length < 2) return [];
  try {
    const answer = await fetch(`/v1/search?limit=${MOST}&q=${encodeURIComponent(words)}`);
    if (!answer.ok) return [];
    const { data } = await answer.json();
    return data.map((/** @type {{ html_url: string, title: string, type: string }} */ hit) => {
      const { pathname, search, hash } = new URL(hit.html_url, location.origin);
      return option(pathname + search + hash, hit.title, hit.type);
    });
  } catch {
    return [];
  }
}

/**
 * The dialog in which one goes anywhere by name.
 *
 * @returns {() => void} opens it
 */
export function startPalette() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('palette'));
  const input = dialog?.querySelector('input');
  const list = dialog?.querySelector('ul');
  if (!dialog || !input || !list) return () => {};
  const pages = [...list.children];
  let timer = 0;
  let asked = 0;

  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);
  const choose = (/** @type {number} */ index) => {
    options().forEach((item, place) => {
      item.id = `palette-${place}`;
      item.setAttribute('aria-selected', String(place === index));
      if (place === index) item.scrollIntoView({ block: 'nearest' });
    });
    if (options().length > 0) input.setAttribute('aria-activedescendant', `palette-${index}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const chosen = () => options().findIndex((item) => item.getAttribute('aria-selected') === 'true');
  const go = (/** @type {HTMLElement | undefined} */ item) => {
    if (item?.dataset.href) location.assign(item.dataset.href);
  };
  const show = async () => {
    const words = input.value.trim();
    const turn = (asked += 1);
    const own = pages.filter((page) => (page.textContent ?? '').toLowerCase().startsWith(words.toLowerCase()));
    const hits = await found(words);
    if (turn !== asked) return; // somebody typed on
    list.replaceChildren(...(words === '' ? pages : own), ...hits);
    choose(0);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PATIENCE_MS);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const number = options().length;
    if (step && number > 0) choose((chosen() + step + number) % number);
    else if (event.key === 'Enter') go(options()[chosen()]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element)
      go(/** @type {HTMLElement | undefined} */ (event.target.closest('li') ?? undefined));
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  return () => {
    if (dialog.open) return dialog.close();
    input.value = '';
    list.replaceChildren(...pages);
    dialog.showModal();
    choose(0);
  };
}
