import { Entity, PrimaryColumn } from 'typeorm';
import { KeyTextColumn } from './database/columns.js';

/** A secret of the program itself, made at its first use, the same for every process on one database. */
@Entity('secrets')
export class Secret {
  @PrimaryColumn({ type: 'varchar', length: 40 }) name: string;
  /** In hexadecimal. */
  @KeyTextColumn({ length: 64 }) value: string;
}
