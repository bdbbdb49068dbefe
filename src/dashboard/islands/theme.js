/** Runs before anything is drawn, so that the page never flashes in the other colours. It is no module, and waits for none. */
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('hearsay-theme');
  } catch {
    // nothing can be kept here: the colours of the system hold
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
