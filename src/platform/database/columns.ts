import { Column, PrimaryColumn, PrimaryGeneratedColumn, type ValueTransformer } from 'typeorm';

/** Whether a column may be empty; it may not unless that is said. */
export interface ColumnTraits {
  readonly nullable?: boolean;
}

/** The longest id: a prefix of up to three letters, `_` and a ULID, with room to spare. */
const ID_LENGTH = 40;

/** The id of a row, made by `newId`: text, given by the program and never by the database. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: ID_LENGTH });

/** The place of a row in the order of writing: 1, 2, 3 …, given by the database and never given twice. */
export const SequenceColumn = (): PropertyDecorator => PrimaryGeneratedColumn('increment', { type: 'integer' });

/** The number of a row in a table of few rows, given by the program. */
export const NumberColumn = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });

/** The id of another row. */
export const RefColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: ID_LENGTH, nullable });

/** A short text that is looked up, compared or chosen from a closed set: a slug, a status, a fingerprint. */
export const KeyTextColumn = ({ nullable = false, length = 200 }: ColumnTraits & { length?: number } = {}) =>
  Column({ type: 'varchar', length, nullable });

/** A text of any length, to be read. */
export const TextColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'text', nullable });

/** A calendar day, `YYYY-MM-DD`, which sorts as text. */
export const DayColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 10, nullable });

/** A moment, in epoch milliseconds. */
export const InstantColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'bigint', nullable });

/** A number of things: whole, within 32 bits. */
export const CountColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'integer', nullable });

/** A whole number that may grow beyond 32 bits. */
export const LargeCountColumn = (): PropertyDecorator => Column({ type: 'bigint' });

/** A probability 0..1, or another real number. */
export const ProbabilityColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'double precision', nullable });

const asTruth: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null ? null : Boolean(value)),
};

/** Yes or no. In raw rows it is 1 or 0 on both databases; in conditions write `where flag`, never `flag = 1`. */
export const FlagColumn = (): PropertyDecorator => Column({ type: 'boolean', transformer: asTruth });

const asJson: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as unknown) : text),
};

/** A value kept as JSON text, key order and all; `undefined` within it is left out. */
export const JsonColumn = ({ nullable = false }: ColumnTraits = {}): PropertyDecorator =>
  Column({ type: 'text', nullable, transformer: asJson });
