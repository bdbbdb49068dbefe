import type { Named } from './names.service.js';

/** What a field offers to choose from while one types; anything else can be typed as well. */
export function Offered({ id, things }: { id: string; things: readonly Named[] }) {
  return (
    <datalist id={id}>
      {things.map(({ slug, name }) => (
        <option value={slug}>{name}</option>
      ))}
    </datalist>
  );
}
