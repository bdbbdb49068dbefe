import type { LookupAddress } from 'node:dns';
import { isIPv6 } from 'node:net';
import { HostNames } from '../../src/platform/outbound/host-names.js';

/** Names as a test gives them out: each look-up of a name takes the next of its answers, and keeps to the last. */
export class LocalNames extends HostNames {
  private readonly asked = new Map<string, number>();

  constructor(private readonly answers: Readonly<Record<string, readonly (readonly string[])[]>>) {
    super();
  }

  override addressesOf(host: string): Promise<readonly LookupAddress[]> {
    const name = host.toLowerCase().replace(/\.$/, '');
    const answers = this.answers[name] ?? this.answers['*'];
    if (!answers) return Promise.reject(Object.assign(new Error(`nobody knows ${host}`), { code: 'ENOTFOUND' }));
    const times = this.asked.get(name) ?? 0;
    this.asked.set(name, times + 1);
    const found = answers[Math.min(times, answers.length - 1)]!;
    return Promise.resolve(found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })));
  }
}
