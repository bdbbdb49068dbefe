import { Bookmarklet } from './bookmarklet.js';
import type { Paste, PasteFault } from './paste.js';
import { PasteForm } from './paste-form.js';

interface IngestProps {
  readonly paste: Paste;
  readonly faults: readonly PasteFault[];
  /** Whether the article of the demo waits in the box. */
  readonly isSample?: boolean;
  /** Under which origin people reach this server. */
  readonly origin: string;
}

/** The paste box by itself. */
export function ingestPage({ paste, faults, isSample = false, origin }: IngestProps) {
  return (
    <section class="ingest">
      <h1>Read an article</h1>
      <p class="lede muted">
        Paste it or give its address, and see which claims it makes, what it repeats, and by how many points it would
        move each rumor.
      </p>
      {isSample && (
        <p class="sample">
          An article of the story waits below: press Preview, and see what it says of the phone and what that would
          move. Or take <a href="/ingest?text=">an empty box</a>.
        </p>
      )}
      <PasteForm paste={paste} faults={faults} />
      <Bookmarklet origin={origin} />
    </section>
  );
}
