/**
 * The program behind the bookmark: it opens the paste box of that server with the address and the title of the page that
 * one reads. What is selected there goes into the fragment, which has no length to speak of and is sent to nobody; a
 * script of the paste box takes it from there.
 */
export function bookmarkletFor(origin: string): string {
  const box = JSON.stringify(`${origin}/ingest`);
  return [
    'javascript:(()=>{',
    'const e=encodeURIComponent,',
    "s=String(getSelection()).trim(),t=s?'&title='+e(document.title.slice(0,300)):'';",
    `open(${box}+'?url='+e(location.href)+t+(s?'#text='+e(s):''))`,
    '})()',
  ].join('');
}

/** The bookmark as a link that is dragged to the bar of bookmarks. */
export function Bookmarklet({ origin }: { origin: string }) {
  return (
    <p class="bookmarklet small muted">
      <a class="button" href={bookmarkletFor(origin)} id="bookmarklet" draggable>
        Hand this page in
      </a>{' '}
      <span>
        Drag this button to your bookmarks bar: pressed on any page, it opens this box with the address of the page and
        the text that you have selected there.
      </span>
      <span role="status" id="bookmarklet-news" />
    </p>
  );
}
