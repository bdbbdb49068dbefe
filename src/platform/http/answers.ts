import { HttpStatus, SetMetadata } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { Type, type Static, type TProperties, type TSchema } from 'typebox';
import { instant, list, nullable, object, text, whole, yesNo } from './answer-shapes.js';

const ANSWERS = 'hearsay:answers';
const POST = 1;

/** What is told of an answer beside its shape. */
export interface AnswerNotes<Shape extends TSchema> {
  /** The status or statuses with which it is given; that of the route where this is missing. */
  readonly status?: number | readonly number[];
  /** What it means, in a sentence. */
  readonly description?: string;
  /** A whole answer; put together from the examples of its members where this is missing. */
  readonly example?: Static<Shape>;
}

/** An answer that a route gives when all went well; without a shape it has no body. */
export interface GivenAnswer {
  readonly shape: TSchema | null;
  readonly notes: AnswerNotes<TSchema>;
}

/**
 * Says what a route answers when all went well. The shape stands in the contract, types the view that makes the answer,
 * and is what tests hold the answer against. Null is an answer without a body. May be said more than once, for answers of
 * different shapes.
 */
export const Answers =
  <Shape extends TSchema>(shape: Shape | null, notes: AnswerNotes<Shape> = {}): MethodDecorator =>
  (target, name, descriptor) => {
    const answers = [{ shape, notes }, ...answersOf(descriptor.value as unknown as object)];
    SetMetadata(ANSWERS, answers)(target, name, descriptor);
  };

/** What a handler answers when all went well, as its decorators say. */
export const answersOf = (handler: object): readonly GivenAnswer[] =>
  (Reflect.getMetadata(ANSWERS, handler) as readonly GivenAnswer[] | undefined) ?? [];

/** The statuses of an answer of a handler: those it is said to have, else that of the route. */
export function statusesOf(handler: object, { notes }: GivenAnswer): readonly number[] {
  if (notes.status !== undefined) return [notes.status].flat();
  const made = Number(Reflect.getMetadata(METHOD_METADATA, handler)) === POST ? HttpStatus.CREATED : HttpStatus.OK;
  return [(Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? made];
}

const PAGE = {
  next_cursor: nullable(text('The cursor of the next page.', 'WyJkZXZpY2VzIl0.c2lnbmVk'), 'Null on the last page.'),
  has_more: yesNo('Whether another page follows.', true),
  limit: whole('How many entries a page has at most.', 25, 1),
};

/** A page of a list: the entries, where the list goes on, and as of when all of its pages are read. */
export const pageOf = <Item extends TSchema>(item: Item, name = `${(item as Named).$id}Page`) =>
  pageWith(item, name, {});

/** A page of a list that tells more of itself than where it goes on, such as a total. */
export const pageWith = <Item extends TSchema, More extends TProperties>(item: Item, name: string, more: More) =>
  Type.Object(
    {
      data: list(item, 'The entries, in the order that was asked for.'),
      page: object('Where the list goes on.', { ...PAGE, ...more }),
      as_of: instant('The moment as of which all pages of this reading are read.'),
    },
    { $id: name, description: `A page of a list.`, additionalProperties: false },
  );

interface Named {
  readonly $id?: string;
}
