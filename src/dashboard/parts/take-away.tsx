import { addressOf } from '../calibration/asked.js';

/** What a page can be taken away as. */
export interface TakeAwayProps {
  /** The scope of the feed: `all`, or the slug of a device. */
  readonly scope: string;
  /** The list that stands on the page. */
  readonly list: 'devices' | 'rumors';
  /** What filters it. */
  readonly filter?: Readonly<Record<string, string>>;
  /** The past day as of which one looks, `YYYY-MM-DD`; null for now. */
  readonly asOf?: string | null;
}

/** The same in the forms that others read: for feed readers, calendars, spreadsheets and programs. */
export function TakeAway({ scope, list, filter = {}, asOf = null }: TakeAwayProps) {
  const asked = asOf === null ? filter : { ...filter, as_of: asOf };
  return (
    <p class="muted take-away">
      {asOf === null ? (
        <>
          Follow: <a href={`/feeds/${scope}.atom`}>feed</a>, <a href={addressOf('/calendar.ics', filter)}>calendar</a>.
          Take away:{' '}
        </>
      ) : (
        'Take away as it was known then: '
      )}
      <a href={addressOf(`/v1/exports/${list}.csv`, asked)}>CSV</a>, <a href={addressOf(`/v1/${list}`, asked)}>JSON</a>.
    </p>
  );
}
