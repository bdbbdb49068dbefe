import type { ComponentChildren } from 'preact';

/** Whether an address leads to a page of the web, and not to a script, a file or nowhere. */
export function isWebAddress(address: string | null): address is string {
  if (address === null || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:';
}

/** A link to what somebody else published; plain text where the address is none of the web. */
export function SafeLink({ to, children }: { to: string | null; children: ComponentChildren }) {
  if (!isWebAddress(to)) return <>{children}</>;
  return (
    <a href={to} rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}
