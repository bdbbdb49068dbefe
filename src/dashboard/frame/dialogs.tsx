import type { MenuItem } from './menu.js';

/** What only a script opens: the palette, and the help on keys. Without one they stay closed. */
export function Dialogs({ menu }: { menu: readonly MenuItem[] }) {
  return (
    <>
      <dialog id="palette" class="palette" aria-label="Go to">
        <input
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-label="Go to a page, a device, a rumor or a source"
          placeholder="Go to …"
          maxlength={200}
        />
        <ul id="palette-list" role="listbox" aria-label="Where to">
          {menu.map(({ href, name }) => (
            <li role="option" aria-selected="false" data-href={href}>
              {name}
            </li>
          ))}
        </ul>
      </dialog>
      <dialog id="keys" class="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Shortcuts</h2>
        <dl>
          <Key keys="/" does="search" />
          <Key keys="Ctrl K" does="go to anything" />
          {menu.map(({ name, letter }) => letter !== null && <Key keys={`g ${letter}`} does={name} />)}
          <Key keys="j, k" does="next row, row before" />
          <Key keys="Enter" does="open the row" />
          <Key keys="?" does="this help" />
        </dl>
        <p>
          <label>
            <input type="checkbox" id="single-keys" /> Shortcuts without Ctrl work
          </label>
        </p>
        <form method="dialog">
          <button>Close</button>
        </form>
      </dialog>
    </>
  );
}

function Key({ keys, does }: { keys: string; does: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

/** Where the page hears of what is new; a script shows it where there is one. */
export function Live() {
  return (
    <div class="live" id="live" hidden>
      <button class="pill" id="live-show" hidden />
      <span class="live-state muted" id="live-state" />
      <button class="quiet" id="live-pause" aria-pressed="false">
        Pause
      </button>
      <span class="sr" aria-live="polite" id="live-news" />
    </div>
  );
}
