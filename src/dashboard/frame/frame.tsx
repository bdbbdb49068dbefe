import type { ComponentChildren } from 'preact';
import { may, type Actor } from '../../access/actor.js';
import type { Tour } from '../demo/tour.js';
import { TourBar } from '../demo/tour-bar.js';
import { sayDay } from '../wording.js';
import { Dialogs, Live } from './dialogs.js';
import { menuFor, type MenuItem } from './menu.js';

/** What the frame of a page shows around it. */
export interface FrameProps {
  /** The name of the page, for the window and for search engines. */
  readonly title: string;
  /** The address of the page, by which the menu knows where it is. */
  readonly path: string;
  /** Who looks; a visitor has no key. Null at an address that is not there, where nobody asked. */
  readonly actor: Actor | null;
  /** The day at which the clock is held, `YYYY-MM-DD`; null where it runs. */
  readonly heldOn: string | null;
  /** The way through the story; null where the program is no demo. */
  readonly tour: Tour | null;
  /** The scope of the feed that follows the page; null where none does. */
  readonly feed: string | null;
  /** The address of the style sheet. */
  readonly styles: string;
  /** Where the scripts lie. */
  readonly scripts: string;
}

/** Every page: head, menu, the page itself, foot. It works without a script, and loads nothing from elsewhere. */
export function Frame({ children, ...props }: FrameProps & { children: ComponentChildren }) {
  const menu = menuFor(props.actor);
  return (
    <html lang="en">
      <DocumentHead {...props} />
      <body>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        {props.tour !== null && <TourBar tour={props.tour} />}
        {props.tour === null && props.heldOn !== null && (
          <aside class="held" aria-label="Clock">
            The clock is held: {sayDay(props.heldOn)}
          </aside>
        )}
        <Head {...props} menu={menu} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Foot />
        {props.actor !== null && <Dialogs menu={menu} />}
      </body>
    </html>
  );
}

/** The colours that somebody chose are set before anything is drawn; everything else waits for the page. */
function DocumentHead({ title, feed, styles, scripts }: FrameProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === 'Hearsay' ? title : `${title} · Hearsay`}</title>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      {feed !== null && <Alternates scope={feed} />}
      <link rel="stylesheet" href={styles} />
      <script src={`${scripts}/theme.js`} />
      <script type="module" src={`${scripts}/main.js`} />
    </head>
  );
}

const FEEDS = [
  ['atom', 'application/atom+xml', 'Atom'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

/** The same news for feed readers, which find it here. */
function Alternates({ scope }: { scope: string }) {
  return FEEDS.map(([end, type, name]) => (
    <link rel="alternate" type={type} href={`/feeds/${scope}.${end}`} title={`What changed (${name})`} />
  ));
}

function Head({ path, actor, menu }: FrameProps & { menu: readonly MenuItem[] }) {
  return (
    <header class="head">
      <a class="brand" href="/">
        <Mark />
        Hearsay
      </a>
      <nav aria-label="Pages">
        {menu.map(({ href, name }) => (
          <a href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <form class="find" method="get" action="/search" role="search" aria-label="Everything">
        <label class="sr" for="find">
          Search everything
        </label>
        <input id="find" type="search" name="q" placeholder="Search" minlength={2} maxlength={200} />
      </form>
      {actor !== null && <Live />}
      <button class="quiet theme" id="theme" hidden aria-label="Colours">
        <span aria-hidden="true">◐</span>
      </button>
      <Account actor={actor} path={path} />
    </header>
  );
}

const isAt = (path: string, href: string): boolean =>
  href === '/' ? path === '/' || path.startsWith('/devices/') || path.startsWith('/rumors/') : path.startsWith(href);

function Account({ actor, path }: Pick<FrameProps, 'actor' | 'path'>) {
  if (actor === null) return null;
  if (actor.keyId === null) {
    return (
      <a class="account" href={path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`}>
        Sign in
      </a>
    );
  }
  return (
    <form class="account" method="post" action="/sign-out">
      {may(actor, 'contributor') ? (
        <a href="/settings" title={`${actor.role}: to the settings`}>
          {actor.name}
        </a>
      ) : (
        <span class="muted" title={actor.role}>
          {actor.name}
        </span>
      )}
      <button class="quiet">Sign out</button>
    </form>
  );
}

/** The mark of Hearsay: a quotation that ends in a step up. */
function Mark() {
  return (
    <svg class="mark" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <path d="M3 3h20v15H12l-6 6v-6H3z" />
      <path class="mark-step" d="M7 14h4v-3h4V8h4" />
    </svg>
  );
}

function Foot() {
  return (
    <footer class="foot muted">
      <p>Rumors are not facts. Every number here says how far to believe one, and opens to why.</p>
      <p>
        <a href="/calibration">How right it was</a> · <a href="/about/method">How it is judged</a> ·{' '}
        <a href="/docs">API</a>
      </p>
    </footer>
  );
}
