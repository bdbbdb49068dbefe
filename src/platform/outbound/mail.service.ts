import { createTransport } from 'nodemailer';
import { Fault } from '../fault.js';

/** A letter, in plain text and as a page. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By which a receiver knows a letter that comes twice. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How long the host may take to be reached, to greet, and to say its next word, in milliseconds. */
const PATIENCE_MS = 20_000;

/** The way out for letters: to the one host that the operator has set (SMTP), and to nobody else. */
export class Mail {
  /** @param url `smtp://user:password@host:587` or `smtps://…`; null where no host is set */
  constructor(private readonly url: string | null) {}

  /** Whether letters can be sent at all. */
  get isSet(): boolean {
    return this.url !== null;
  }

  /**
   * Sends a letter; resolves once the host has taken it.
   *
   * @throws Fault unavailable `mail-refused`, with what the host said
   */
  async send({ from, to, subject, text, html, id, at }: Letter): Promise<void> {
    if (this.url === null) throw new Fault('unavailable', 'mail-refused', 'SMTP_URL names no host.');
    const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
    const safety = { disableFileAccess: true, disableUrlAccess: true };
    const transport = createTransport({ url: this.url, ...patience, ...safety });
    try {
      const letter = { from, to: [...to], subject, text, html, messageId: id, date: new Date(at) };
      const { rejected } = await transport.sendMail(letter);
      if (rejected.length > 0) throw new Error(`it does not take letters for ${rejected.join(', ')}`);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      throw new Fault('unavailable', 'mail-refused', `The host of SMTP_URL did not take the letter: ${said}.`);
    } finally {
      transport.close();
    }
  }
}
