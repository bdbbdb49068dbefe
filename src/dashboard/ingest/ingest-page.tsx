import type { Paste, PasteFault } from './paste.js';
import { PasteForm } from './paste-form.js';

/** The paste box by itself. */
export function ingestPage({ paste, faults }: { paste: Paste; faults: readonly PasteFault[] }) {
  return (
    <section class="ingest">
      <h1>Read an article</h1>
      <p class="lede muted">
        Paste it or give its address, and see which claims it makes, what it repeats, and by how many points it would
        move each rumor.
      </p>
      <PasteForm paste={paste} faults={faults} />
    </section>
  );
}
