import type { ComponentChildren } from 'preact';
import type { Actor } from '../../access/actor.js';
import { sayDone, type DoneWord } from './done.js';
import { sectionsFor } from './sections.js';

interface SettingsFrameProps {
  readonly actor: Actor;
  /** The path of the part that is shown. */
  readonly at: string;
  readonly title: string;
  /** What was just done; undefined where nothing was. */
  readonly did?: DoneWord | undefined;
  readonly children: ComponentChildren;
}

/** A page of the settings: which parts there are for whoever looks, and one of them. */
export function SettingsFrame({ actor, at, title, did, children }: SettingsFrameProps) {
  return (
    <article class="settings">
      <nav class="kinds" aria-label="Settings">
        {sectionsFor(actor).map(({ path, name }) => (
          <a href={path} aria-current={path === at ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <header>
        <h1>{title}</h1>
      </header>
      {did !== undefined && (
        <p class="notice" role="status">
          {sayDone(did)}
        </p>
      )}
      {children}
    </article>
  );
}

/** What cannot be taken back lightly: the button opens to what it does, and to the one that does it. */
export function Removal({ name, action, what, children }: RemovalProps) {
  return (
    <details class="removal">
      <summary aria-label={`${what} … ${name}`}>{what} …</summary>
      <form method="post" action={action}>
        {children}
        <button class="grave" aria-label={`${what} ${name}`}>
          {what}
        </button>
      </form>
    </details>
  );
}

interface RemovalProps {
  /** Of what it is, for whoever hears the page. */
  readonly name: string;
  readonly action: string;
  /** What the button says. */
  readonly what: string;
  /** What follows from it, and the hidden fields of the form. */
  readonly children: ComponentChildren;
}
