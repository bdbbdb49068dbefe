import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { JsonSchema } from './answer-shapes.js';

/** No text that another one may stand in for is longer. */
const MAX_TEXT = 2000;

const NOTES = 'hearsay:schema-notes';

/** What is told of a body beside the rules of its members. */
export interface SchemaNotes {
  /** A whole body that is accepted. */
  readonly example?: unknown;
  /** What its members owe to one another, each in JSON Schema. */
  readonly relations?: readonly JsonSchema[];
}

const note = (notes: SchemaNotes): ClassDecorator => {
  return (act) => Reflect.defineMetadata(NOTES, { ...notesOf(act as unknown as Type<object>), ...notes }, act);
};

/** `@Example<AddCompanyDto>({ name: 'Xiaomi' })`: a body as it is sent, which the contract shows. */
export const Example = <Act extends object>(example: Act): ClassDecorator => note({ example });

/** What the members of a body owe to one another, as a rule of the class checks it: told in JSON Schema. */
export const Relation =
  (relation: JsonSchema): ClassDecorator =>
  (act) =>
    note({ relations: [relation, ...(notesOf(act as unknown as Type<object>).relations ?? [])] })(act);

/** One of these sets of texts must be there. */
export const AtLeast = (...sets: readonly (readonly string[])[]): ClassDecorator =>
  Relation({ anyOf: sets.map((required) => ({ required, properties: given(required) })) });

/** These members as texts, none of them null. */
const given = (members: readonly string[]): JsonSchema =>
  Object.fromEntries(members.map((member) => [member, { type: 'string', maxLength: MAX_TEXT }]));

/** Where a member has a value, others must be there. */
export const Where = (member: string, value: unknown, ...sets: readonly (readonly string[])[]): ClassDecorator =>
  Relation({
    if: { required: [member], properties: { [member]: { const: value } } },
    then: { anyOf: sets.map((required) => ({ required })) },
  });

/** What is told of a class. */
export const notesOf = (act: Type<object>): SchemaNotes =>
  (Reflect.getOwnMetadata(NOTES, act) as SchemaNotes | undefined) ?? {};
