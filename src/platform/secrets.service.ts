import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from './database/database.js';
import { Secret } from './secret.entity.js';

const SECRET_BYTES = 32;

/** What the program signs with. */
@Injectable()
export class Secrets {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly database: Database) {}

  /** The secret of that name, made where there is none yet. */
  async get(name: string): Promise<Buffer> {
    const known = this.known.get(name) ?? Buffer.from(await this.ensure(name), 'hex');
    this.known.set(name, known);
    return known;
  }

  private async ensure(name: string): Promise<string> {
    const kept = await this.database.rows.findOneBy(Secret, { name });
    return kept ? kept.value : this.make(name);
  }

  private make(name: string): Promise<string> {
    return this.database.unseen(async (rows) => {
      const kept = await rows.findOneBy(Secret, { name });
      const value = kept?.value ?? randomBytes(SECRET_BYTES).toString('hex');
      if (!kept) await rows.insert(Secret, { name, value });
      return value;
    });
  }
}
