import type { Asked } from './asking.js';
import type { Received, Sent, Wire } from './wire.js';

/** What must come of a request that is sent because another one has succeeded. */
interface Promised {
  readonly act: string;
  readonly sent: Sent;
  readonly what: string;
  /** What is wrong with the answer; null where it is as was promised. */
  readonly fault: (answer: Received) => string | null;
}

type Body = Readonly<Record<string, unknown>>;

/** Whether an answer is one object: lines of objects begin with one as well. */
export const isOneObject = ({ text, headers }: Received): boolean =>
  text.startsWith('{') && /[/+]json\b/.test(String(headers['content-type']));

const bodyOf = (received: Received): Body => (isOneObject(received) ? (JSON.parse(received.text) as Body) : {});

const answers =
  (...statuses: readonly number[]) =>
  ({ status }: Received): string | null =>
    statuses.includes(status) ? null : `it answers ${status}`;

/** A thing is there and says so of itself, unless somebody made another thing of it meanwhile. */
const shows =
  (members: Body) =>
  (answer: Received): string | null => {
    if (answer.status === 308 || answer.status === 410) return null;
    if (answer.status !== 200) return `it answers ${answer.status}`;
    const shown = bodyOf(answer);
    const other = Object.keys(members).find((name) => JSON.stringify(shown[name]) !== JSON.stringify(members[name]));
    return other === undefined ? null : `${other} is ${JSON.stringify(shown[other])}`;
  };

/** Of what an act has ended, by the act: what its address answers from then on. */
const ENDED: Readonly<Record<string, (answer: Received) => string | null>> = {
  removeDevice: answers(410),
  mergeDevice: answers(308, 410),
  discardIngestion: shows({ status: 'discarded', text: null }),
  reopenRumor: shows({ resolution: null }),
};

/** What takes back an act; both may be on their way at once. */
const TAKES_BACK: Readonly<Record<string, readonly string[]>> = {
  resolveRumor: ['reopenRumor', 'takeBackResolutionProposal'],
  reopenRumor: ['resolveRumor', 'commitResolutionProposal'],
  removeDevice: ['undoIdentityAct'],
  mergeDevice: ['undoIdentityAct'],
};

/** What can be withdrawn stays readable, and says that it is. */
const WITHDRAWS = ['reviseRumor', 'reviseEvidence'];

/** Follows what has succeeded: whether what was made is there, and what has ended answers as it is promised to. */
export class Following {
  private readonly secrets = new Map<string, string>();
  private readonly waiting: Promised[] = [];
  /** The acts that have succeeded since it last asked, with the paths that they were sent to. */
  private readonly acts: { readonly id: string; readonly path: string }[] = [];

  constructor(
    private readonly wire: Wire,
    private readonly key: string,
  ) {}

  /** Takes note of an answer. */
  note({ operation, sent, isOwn, caller }: Asked, received: Received): void {
    const { status, headers } = received;
    if (!isOwn || caller !== 'admin' || status >= 300 || status === 202) return;
    const [path = ''] = sent.url.split('?');
    const body = bodyOf(received);
    this.acts.push({ id: operation.id, path });
    if (status === 201) this.made(operation.id, String(headers['location']), body);
    if (operation.id === 'revokeKey') this.revoked(path.split('/').at(-1)!);
    if (String(sent.body).includes('"dry_run":true')) return;
    const ended = ENDED[operation.id];
    if (ended) this.wait(operation.id, path.replace(/\/(?:merge|resolution)$/, ''), 'after it', ended);
    if (WITHDRAWS.includes(operation.id) && body['status'] === 'withdrawn') {
      this.wait(operation.id, path, 'once withdrawn', shows({ id: body['id'], status: 'withdrawn' }));
    }
  }

  /** Asks for all of it, once nothing else is on its way; tells what is not as was promised. */
  async ask(): Promise<string[]> {
    const wrong: string[] = [];
    const acts = this.acts.splice(0);
    for (const { act, sent, what, fault } of this.waiting.splice(0)) {
      if (isTakenBack(act, sent.url, acts)) continue;
      const answer = await this.wire.send(sent);
      const found = fault(answer);
      if (found !== null) wrong.push(`${act}, ${what}: ${sent.url}: ${found} ${answer.text.slice(0, 300)}`);
    }
    return wrong;
  }

  private made(act: string, location: string, { id, secret }: Body): void {
    if (typeof id === 'string' && typeof secret === 'string') this.secrets.set(id, secret);
    this.wait(act, location, 'once made', shows(typeof id === 'string' ? { id } : {}));
  }

  private revoked(id: string): void {
    const secret = this.secrets.get(id);
    if (secret !== undefined) this.wait('revokeKey', '/v1/me', 'with the key', answers(401), secret);
  }

  private wait(act: string, url: string, what: string, fault: Promised['fault'], key = this.key): void {
    const sent = { method: 'GET', url, headers: { authorization: `Bearer ${key}` }, body: null };
    this.waiting.push({ act, sent, what, fault });
  }
}

/** Whether what an act left may have been undone, or changed once more, by others that were on their way with it. */
const isTakenBack = (act: string, url: string, acts: readonly { readonly id: string; readonly path: string }[]) =>
  acts.some(({ id }) => TAKES_BACK[act]?.includes(id)) ||
  (WITHDRAWS.includes(act) && acts.filter(({ path }) => path === url).length > 1);
