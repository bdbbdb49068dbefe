import type { Actor } from '../../access/actor.js';
import { SettingsFrame } from './settings-frame.js';
import { sectionsFor } from './sections.js';

/** What the first page of the settings shows. */
export interface SettingsProps {
  readonly actor: Actor;
  /** How each part stands, in words, by its path. */
  readonly standing: ReadonlyMap<string, string>;
}

/** The parts of the settings, each with what it is for and how it stands. */
export function settingsPage({ actor, standing }: SettingsProps) {
  return (
    <SettingsFrame actor={actor} at="/settings" title="Settings">
      <p class="muted">
        You are signed in as {actor.name}, with the role {actor.role}.
      </p>
      <ul class="kept-list">
        {sectionsFor(actor).map(({ path, name, purpose }) => (
          <li class="kept">
            <div class="kept-head">
              <h2>
                <a href={path}>{name}</a>
              </h2>
            </div>
            <p>{standing.get(path)}</p>
            <p class="muted small">{purpose}</p>
          </li>
        ))}
      </ul>
    </SettingsFrame>
  );
}
