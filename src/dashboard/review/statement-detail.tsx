import { Statement } from '../parts/statement.js';
import type { StatementView } from '../views.js';
import { DecideForm } from './decide-form.js';

interface StatementDetailProps {
  readonly statement: StatementView;
  readonly version: number;
  readonly mayDecide: boolean;
}

/** Official words that somebody passed on. */
export function StatementDetail({ statement, version, mayDecide }: StatementDetailProps) {
  return (
    <>
      <Statement statement={statement} mayVerify={false} />
      {mayDecide && (
        <DecideForm
          action={`/review/statements/${statement.id}`}
          {...{ version, id: statement.id }}
          yes="Verify"
          no="Leave in doubt"
          reason="both"
          placeholder="Seen in the maker’s newsroom"
        />
      )}
    </>
  );
}
