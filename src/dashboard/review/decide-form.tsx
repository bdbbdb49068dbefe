import { Once } from '../forms/field.js';
interface DecideFormProps {
  readonly action: string;
  readonly version: number;
  /** What the two buttons say. */
  readonly yes: string;
  readonly no: string;
  /** The id of what is decided, for the ids of the fields. */
  readonly id: string;
  /** Which of the two must say why. */
  readonly reason: 'both' | 'no' | 'neither';
  readonly placeholder?: string;
}

/** Yes or no, with a reason where one is needed. It carries the version that was looked at, and works without a script. */
export function DecideForm({ action, version, yes, no, id, reason, placeholder }: DecideFormProps) {
  return (
    <form class="decide" method="post" action={action}>
      <Once />
      <input type="hidden" name="version" value={version} />
      {reason !== 'neither' && (
        <label>
          {reason === 'both' ? 'By what you know' : 'Why not'}
          <input name="reason" required maxlength={1000} placeholder={placeholder} id={`reason-${id}`} />
        </label>
      )}
      <button class="primary" name="decision" value="yes" formnovalidate={reason !== 'both'}>
        {yes}
      </button>
      <button name="decision" value="no">
        {no}
      </button>
    </form>
  );
}
