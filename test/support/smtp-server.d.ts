/** What the tests use of the server for letters, which comes without types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Addressed {
    readonly envelope: { readonly mailFrom: { address: string } | false; readonly rcptTo: { address: string }[] };
  }
  type Done = (error?: Error | null) => void;

  export class SMTPServer {
    readonly server: Server;
    constructor(options: {
      readonly authOptional: boolean;
      readonly disabledCommands: readonly string[];
      readonly logger: boolean;
      onRcptTo?(address: { address: string }, session: Addressed, done: Done): void;
      onData(stream: Readable, session: Addressed, done: Done): void;
    });
    listen(port: number, host: string, listening: () => void): Server;
    close(closed: () => void): void;
  }
}
