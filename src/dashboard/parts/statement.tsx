import type { StatementView } from '../views.js';
import { count, words } from '../wording.js';
import { Once } from '../forms/field.js';
import { Day } from './day.js';
import { SafeLink } from './safe-link.js';

/** Who is looking, as far as it decides what a statement offers: an editor may verify. */
interface StatementProps {
  readonly statement: StatementView;
  readonly mayVerify: boolean;
}

/** The words of a named speaker: who, in which role and for whom, when, and whether they are known to be theirs. */
export function Statement({ statement, mayVerify }: StatementProps) {
  const { id, quote, direct, act, verification, official, rumors, said_on: saidOn, report } = statement;
  return (
    <figure class="statement" id={id}>
      <blockquote class={direct ? undefined : 'told'} cite={report.url ?? undefined}>
        {direct ? `“${quote}”` : quote}
      </blockquote>
      <figcaption>
        <span>
          <cite>{statement.speaker}</cite>
          {statement.role !== null && `, ${statement.role}`}
          {statement.organisation !== null && `, ${statement.organisation}`}
        </span>
        <span class="muted">
          <Day on={saidOn} /> · {act} · {official ? 'official' : 'not official'} · via{' '}
          <SafeLink to={report.url}>{report.source}</SafeLink>
          {!direct && ' (paraphrased)'} · {count(rumors.length, 'rumor')}
        </span>
        <Verification statement={statement} />
        {mayVerify && official && verification === 'relayed' && <VerifyForm id={id} />}
      </figcaption>
    </figure>
  );
}

function Verification({ statement }: { statement: StatementView }) {
  if (statement.verification === 'relayed') {
    return <span class="tag tag-open">relayed, not yet verified</span>;
  }
  const by = statement.verified_by === null ? '' : ` by ${words(statement.verified_by)}`;
  return (
    <span class="tag tag-done" title={statement.verified_reason ?? undefined}>
      <span aria-hidden="true">✓ </span>verified{by}
    </span>
  );
}

function VerifyForm({ id }: { id: string }) {
  return (
    <form class="verify" method="post" action={`/statements/${id}/verify`}>
      <Once />
      <label class="sr" for={`reason-${id}`}>
        Where the words are found at the speaker’s own
      </label>
      <input id={`reason-${id}`} name="reason" required maxlength={300} placeholder="Seen at …" />
      <button>Verify</button>
    </form>
  );
}
