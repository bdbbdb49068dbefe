/**
 * What a form says of a claim, shown on it before the server has answered.
 *
 * @param {Element} item
 * @param {FormData} said
 */
function showAtOnce(item, said) {
  for (const place of item.querySelectorAll('[data-shows]')) {
    const word = said.get(place.getAttribute('data-shows') ?? '');
    if (typeof word === 'string' && word.trim() !== '') place.textContent = word;
  }
  const decision = said.get('decision');
  if (decision !== null) item.classList.toggle('rejected', decision === 'rejected');
  const effect = item.querySelector('.effect');
  if (effect) effect.textContent = 'working out what it would do …';
  item.setAttribute('aria-busy', 'true');
}

/**
 * Sends a form as the browser would, and gives back the page that answers it.
 *
 * @param {HTMLFormElement} form
 * @param {FormData} said
 */
async function send(form, said) {
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...said]));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { isTaken: answer.ok, page };
}

/**
 * Claims that are decided or corrected on their page: it shows at once, the word of the server follows, and what is
 * refused or cannot be sent is taken back with a message.
 */
export function startEditing() {
  const [list, news] = ['claims', 'claims-news'].map((id) => document.getElementById(id));
  if (!list || !news) return;
  const finish = [...document.querySelectorAll('#finish button')];
  let underWay = 0;
  let queue = Promise.resolve();

  const tell = (/** @type {string} */ words) => {
    news.hidden = false;
    news.textContent = words;
  };
  const count = (/** @type {number} */ by) => {
    underWay += by;
    for (const button of finish) /** @type {HTMLButtonElement} */ (button).disabled = underWay > 0;
  };
  const settle = async (
    /** @type {HTMLFormElement} */ form,
    /** @type {FormData} */ said,
    /** @type {Node[]} */ former,
  ) => {
    const place = form.closest('li')?.id ?? '';
    try {
      const { isTaken, page } = await send(form, said);
      const fresh = page.getElementById('claims');
      const why = page.querySelector('#claims .fault')?.textContent ?? page.querySelector('.lede')?.textContent ?? '';
      if (fresh && (underWay === 1 || !isTaken)) list.replaceChildren(...fresh.childNodes);
      else if (!isTaken) list.replaceChildren(...former);
      const done = page.getElementById('claims-news')?.textContent ?? '';
      tell(isTaken ? done : `Taken back: ${why.trim()}`);
    } catch {
      list.replaceChildren(...former);
      tell('Taken back: it could not be sent. Try again.');
    }
    const next = document.getElementById(place)?.querySelector('[aria-invalid], .kept-acts button');
    if (document.activeElement === document.body && next instanceof HTMLElement) next.focus();
  };

  list.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const item = form.closest('li');
    if (!item) return;
    event.preventDefault();
    const said = new FormData(form, event.submitter);
    const former = [.../** @type {HTMLElement} */ (list.cloneNode(true)).childNodes];
    showAtOnce(item, said);
    count(1);
    queue = queue.then(() => settle(form, said, former)).finally(() => count(-1));
  });
}
