import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A host for letters on this machine. */
export interface Mailbox {
  readonly url: string;
  /** What arrived, in order. */
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly raw: string }[];
  /** Whether it takes what arrives. */
  isOpen: boolean;
  close(): Promise<void>;
}

/** Opens a host for letters on this machine. */
export async function mailbox(): Promise<Mailbox> {
  const letters: Mailbox['letters'] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo: (_address, _session, done) => done(box.isOpen ? null : new Error('the box is full')),
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      void text(stream).then((raw) => {
        letters.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const close = (): Promise<void> => new Promise((resolve) => server.close(resolve));
  const box: Mailbox = { url, letters, isOpen: true, close };
  return box;
}
