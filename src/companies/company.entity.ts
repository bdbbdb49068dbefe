import { Entity, Index, Unique } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, KeyTextColumn } from '../platform/database/columns.js';

/** A maker or a partner. */
@Entity('companies')
@Unique(['slug'])
@Index(['name', 'id'])
export class Company {
  @IdColumn() id: string;
  @KeyTextColumn() name: string;
  @KeyTextColumn() slug: string;
  /** Hosts at which it speaks for itself (`mi.com`). */
  @JsonColumn() domains: readonly string[];
  @CountColumn() version: number;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
}
