/** The board before anything was read: what this is, and what to do first. */
export function FirstSteps() {
  return (
    <section class="empty first">
      <h1>Nothing is followed yet</h1>
      <p class="lede">
        Hearsay reads what is said about products that nobody has launched, keeps every claim apart, and says how far to
        believe each one.
      </p>
      <ol class="steps">
        <li>
          <h2>Read an article</h2>
          <p>
            Paste it into the <a href="/ingest">paste box</a> and see which claims it makes. Nothing is stored before
            you say so.
          </p>
        </li>
        <li>
          <h2>Write it down</h2>
          <p>
            <a href="/sign-in?next=/ingest">Sign in</a> with the key that the first start printed, and commit; or at the
            command line:
          </p>
          <pre>
            <code>npx hearsay ingest article.txt --source "Its publisher" --yes</code>
          </pre>
        </li>
        <li>
          <h2>Ask why</h2>
          <p>Open the device: each rumor says how likely it is, and every number opens to the reports behind it.</p>
        </li>
      </ol>
    </section>
  );
}
