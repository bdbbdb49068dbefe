interface DataLinksProps {
  readonly json: string;
  readonly csv: string;
}

/** A figure as data: what a program reads, and what a spreadsheet does. */
export function DataLinks({ json, csv }: DataLinksProps) {
  return (
    <p class="data-links small muted">
      As data: <a href={json}>JSON</a> · <a href={csv}>CSV</a>
    </p>
  );
}
