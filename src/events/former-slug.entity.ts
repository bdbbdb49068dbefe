import { Entity, PrimaryColumn } from 'typeorm';
import { RefColumn } from '../platform/database/columns.js';

/** The kinds of thing that have a slug, which changes with the name. */
export const SLUGGED = ['company', 'device', 'source'] as const;
export type Slugged = (typeof SLUGGED)[number];

/** A slug under which a thing was found before it got another name; it stays its own. */
@Entity('former_slugs')
export class FormerSlug {
  @PrimaryColumn({ type: 'varchar', length: 20 }) thing: Slugged;
  @PrimaryColumn({ type: 'varchar', length: 200 }) slug: string;
  @RefColumn() thingId: string;
}
