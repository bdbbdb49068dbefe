interface SecretOnceProps {
  /** What it is, up to whose it is. */
  readonly what: string;
  readonly whose: string;
  readonly secret: string;
}

/** A secret on the only page that ever shows it, with a button that copies it where there are scripts. */
export function SecretOnce({ what, whose, secret }: SecretOnceProps) {
  return (
    <div class="notice" role="status">
      <p>
        {what} <strong>{whose}</strong>. It is shown this once: copy it now.
      </p>
      <p>
        <code class="secret" id="secret">
          {secret}
        </code>{' '}
        <button data-copies="secret" hidden>
          Copy
        </button>
      </p>
    </div>
  );
}
