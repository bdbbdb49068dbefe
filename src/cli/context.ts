import type { Abstract, INestApplicationContext } from '@nestjs/common';
import type { Screen } from './screen.js';

/** What a command works with. The program is opened only by commands that need the store. */
export interface Context {
  readonly screen: Screen;
  /** A service of the program, which is opened at the first call. */
  get<T>(service: Abstract<T>): Promise<T>;
  /** Closes the program, where it was opened; whoever asks for a service after this opens it anew. */
  close(): Promise<void>;
  /** Starts the server, which runs until it is told to stop. */
  serve(): Promise<Serving>;
}

/** A server that runs. */
export interface Serving {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly address: string;
  /** The secret of the key that the first start made; null at every later one. */
  readonly firstKey: string | null;
}

/** Opens the whole program, without a server. */
export type OpenProgram = () => Promise<INestApplicationContext>;
