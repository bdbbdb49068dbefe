/** What the sign-in form shows: where one wants to go on, and what was wrong with the key before. */
export interface SignInProps {
  readonly next: string;
  readonly fault: string | null;
}

/** The form that takes a key. What was wrong stands beside the field. */
export function signInPage({ next, fault }: SignInProps) {
  return {
    title: 'Sign in',
    body: (
      <section class="empty sign-in">
        <h1>Sign in</h1>
        <p>
          Reading needs no key. Committing articles and verifying statements needs the one of an editor; the first start
          printed one, and <code>npx hearsay keys create</code> makes more.
        </p>
        <form class="form" method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="key">Key</label>
            <input
              id="key"
              name="key"
              type="password"
              autocomplete="current-password"
              required
              maxlength={200}
              {...(fault !== null && { 'aria-invalid': 'true', 'aria-describedby': 'key-fault' })}
            />
            {fault !== null && (
              <p class="fault" id="key-fault" role="alert">
                {fault}
              </p>
            )}
          </div>
          <p class="actions">
            <button class="primary">Sign in</button>
          </p>
        </form>
      </section>
    ),
  };
}
