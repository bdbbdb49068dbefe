import { startActivity } from './activity.js';
import { startCopying } from './copying.js';
import { startCourses } from './course.js';
import { startEditing } from './editing.js';
import { startKeys } from './keys.js';
import { startLive } from './live.js';
import { startPalette } from './palette.js';
import { startPast } from './past.js';
import { startRefresh } from './refresh.js';
import { startBookmarklet, startSelection } from './selection.js';
import { recall, remember } from './storage.js';

const NEXT = { system: 'light', light: 'dark', dark: 'system' };

/** The button that goes through the colours: those of the system, light, dark. */
function startTheme() {
  const button = document.getElementById('theme');
  if (!button) return;
  const show = (/** @type {string} */ chosen) => {
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    button.setAttribute('aria-label', `Colours: ${chosen}`);
    button.title = `Colours: ${chosen}`;
  };
  let chosen = recall('theme') ?? 'system';
  show(chosen);
  button.hidden = false;
  button.addEventListener('click', () => {
    chosen = NEXT[/** @type {keyof typeof NEXT} */ (chosen)] ?? 'light';
    remember('theme', chosen);
    show(chosen);
  });
}

startTheme();
startKeys(startPalette());
startCopying();
startCourses();
startEditing();
startSelection();
startBookmarklet();
startPast();
startRefresh();
startLive(startActivity());
