import type { Abstract, INestApplicationContext } from '@nestjs/common';
import type { Screen } from './screen.js';

/** What a command works with. The program is opened only by commands that need the store. */
export interface Context {
  readonly screen: Screen;
  /** A service of the program, which is opened at the first call. */
  get<T>(service: Abstract<T>): Promise<T>;
}

/** Opens the whole program, without a server. */
export type OpenProgram = () => Promise<INestApplicationContext>;
