import { Injectable } from '@nestjs/common';
import { nearNames } from '../companies/near-names.js';
import type { KnownDevice } from '../engine/extraction/index.js';
import { bareNameKey, nameKey } from '../engine/subjects/index.js';
import { Knowledge, type FollowedNames } from '../ingestion/knowledge.service.js';
import { Fault } from '../platform/fault.js';
import type { GivenDeviceDto } from './given.dto.js';

/** How many names are told that may be meant. */
const MOST_MEANT = 3;

/** A device by the names that a report gives it, with its maker. */
export interface NamedDevice {
  readonly company: string;
  readonly name: string;
  /** The id of the one that is followed; null for one seen for the first time. */
  readonly knownId: string | null;
}

interface Index {
  readonly companies: ReadonlyMap<string, string>;
  readonly companyNames: readonly string[];
  readonly devices: ReadonlyMap<string, KnownDevice>;
  readonly deviceNames: readonly string[];
}

/** Tells which device is meant by a name that was given: one that is followed, or a new one of a maker that was named. */
@Injectable()
export class GivenNames {
  private readonly indices = new WeakMap<FollowedNames['base'], Index>();

  constructor(private readonly knowledge: Knowledge) {}

  /**
   * The device of that name: of that maker where one is named, else one that is followed.
   *
   * @param pointer where the name stands in the line
   * @throws Fault invalid `unknown-device` or `unknown-company`, with the names that may be meant
   */
  async device({ name, brand }: Pick<GivenDeviceDto, 'name' | 'brand'>, pointer: string): Promise<NamedDevice> {
    const names = await this.knowledge.present();
    const index = this.indexOf(names.base);
    const added = names.added.filter((device) => keysOf(device).includes(nameKey(name)));
    const company = brand === undefined || brand === null ? null : companyOf(brand, index, pointer);
    const full = company === null ? null : `${company} ${name}`;
    const found = [name, full].flatMap((each) => (each === null ? [] : (index.devices.get(nameKey(each)) ?? [])));
    const known = [...found, ...added].find((each) => company === null || each.company === company);
    if (known) return { company: known.company, name: known.name, knownId: known.id };
    if (company !== null) return { company, name, knownId: null };
    const near = nearNames(name, [...index.deviceNames, ...names.added.flatMap(namesOf)]);
    throw unknown('device', name, near, 'name its maker ("brand") to have it followed from now on', pointer);
  }

  private indexOf(base: FollowedNames['base']): Index {
    const known = this.indices.get(base);
    if (known) return known;
    const companies = base.companies.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((each) => [nameKey(each), name] as const),
    );
    const devices = base.devices.flatMap((device) => keysOf(device).map((key) => [key, device] as const));
    const index = {
      companies: new Map(companies.reverse()),
      companyNames: base.companies.flatMap(({ name, aliases }) => [name, ...aliases]),
      devices: new Map(devices.reverse()),
      deviceNames: base.devices.flatMap(namesOf),
    };
    this.indices.set(base, index);
    return index;
  }
}

const namesOf = ({ name, aliases }: KnownDevice): string[] => [name, ...aliases];

/** The keys of the names of a device, each with the name of its maker and without it. */
const keysOf = (device: KnownDevice): string[] =>
  namesOf(device).flatMap((name) => [
    nameKey(name),
    nameKey(`${device.company} ${name}`),
    bareNameKey(name, [device.company]),
  ]);

function companyOf(brand: string, { companies, companyNames }: Index, pointer: string): string {
  const found = companies.get(nameKey(brand));
  if (found !== undefined) return found;
  const near = nearNames(brand, companyNames);
  if (near.length === 0) return brand;
  throw unknown('company', brand, near, 'if not, add it by itself first', pointer);
}

function unknown(
  thing: 'device' | 'company',
  name: string,
  near: readonly string[],
  way: string,
  pointer: string,
): Fault {
  const meant = [...new Set(near)].slice(0, MOST_MEANT);
  const asked = meant.length === 0 ? '' : `is it ${meant.join(' or ')}? `;
  const detail = `there is no ${thing} ${name}: ${asked}${asked === '' ? way : way.charAt(0).toUpperCase() + way.slice(1)}`;
  return new Fault('invalid', `unknown-${thing}`, `${detail}.`, [{ pointer, code: `unknown-${thing}`, detail }]);
}
