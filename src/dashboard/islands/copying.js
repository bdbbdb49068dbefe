/** A text with each link as the address that it leads to. @param {HTMLElement} element */
function textOf(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const link of copy.querySelectorAll('a')) link.textContent = link.href;
  return (copy.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
}

/** The buttons that copy a text which stands on the page. */
export function startCopying() {
  for (const button of document.querySelectorAll('button[data-copies]')) {
    const text = document.getElementById(button.getAttribute('data-copies') ?? '');
    if (!text || !(button instanceof HTMLButtonElement) || !navigator.clipboard) continue;
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(textOf(text));
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Select the text to copy it';
      }
      setTimeout(() => (button.textContent = name), 2000);
    });
  }
}
