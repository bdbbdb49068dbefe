import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Tells which addresses a name of a host has, as the system knows it. */
@Injectable()
export class HostNames {
  /** Every address of a host; rejects where nobody knows the name. */
  addressesOf(host: string): Promise<readonly LookupAddress[]> {
    return lookup(host, { all: true, verbatim: true });
  }
}
