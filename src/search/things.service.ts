import { Injectable } from '@nestjs/common';
import type { Findable } from './findable.js';
import { NamedThings } from './named-things.service.js';
import { ToldThings } from './told-things.service.js';

/** Whatever can be found, by its id. */
@Injectable()
export class Things {
  constructor(
    private readonly named: NamedThings,
    private readonly told: ToldThings,
  ) {}

  /** The things of these ids that are there, each with the texts by which it is found; others are left out. */
  async of(ids: readonly string[]): Promise<Findable[]> {
    const found: Findable[] = [];
    const read = async (prefix: string, texts: (own: readonly string[]) => Promise<Findable[]>): Promise<void> => {
      const own = ids.filter((id) => id.startsWith(`${prefix}_`));
      if (own.length > 0) found.push(...(await texts(own)));
    };
    await read('co', (own) => this.named.companies(own));
    await read('dev', (own) => this.named.devices(own));
    await read('src', (own) => this.named.sources(own));
    await read('rum', (own) => this.told.rumors(own));
    await read('rep', (own) => this.told.reports(own));
    return found;
  }
}
