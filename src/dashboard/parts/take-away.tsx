/** What a page can be taken away as. */
export interface TakeAwayProps {
  /** The scope of the feed: `all`, or the slug of a device. */
  readonly scope: string;
  /** The list that stands on the page. */
  readonly list: 'devices' | 'rumors';
  /** What filters it, beginning with `?`; empty for all of it. */
  readonly query: string;
}

/** The same in the forms that others read: for feed readers, calendars, spreadsheets and programs. */
export function TakeAway({ scope, list, query }: TakeAwayProps) {
  return (
    <p class="muted take-away">
      Follow: <a href={`/feeds/${scope}.atom`}>feed</a>, <a href={`/calendar.ics${query}`}>calendar</a>. Take away:{' '}
      <a href={`/v1/exports/${list}.csv${query}`}>CSV</a>, <a href={`/v1/${list}${query}`}>JSON</a>.
    </p>
  );
}
