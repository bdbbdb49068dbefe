import { RequestMethod, type Type as Class } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { Type } from 'typebox';
import { answersOf, statusesOf, type GivenAnswer } from './answers.js';
import { exampleOf, type JsonSchema } from './answer-shapes.js';
import { conditionOf, type Condition } from './conditions.js';
import { headerParameter, headersOf } from './contract-headers.js';
import type { ContractParts } from './contract-parts.js';
import { problemOf } from './contract-problems.js';
import { inputsOf, type TakenInput } from './inputs.js';
import type { ReferencePipe } from './reference.pipe.js';
import { notesOf } from './schema-notes.js';

/** A route whose contract is told, and whom it is open to. */
export interface ToldRoute {
  readonly controller: Class<object>;
  /** The name of its handler. */
  readonly name: string;
  /** Whether a reader may use it, and so everybody while reading is public. */
  readonly isForReaders: boolean;
}

/** Parameters of a query that name a thing, which may not be there. */
const NAMING = ['device', 'company', 'source', 'rumor', 'origin', 'parent', 'report'];

interface Facts {
  readonly handler: object;
  readonly method: RequestMethod;
  readonly inputs: readonly TakenInput[];
  readonly isRead: boolean;
  readonly hasBody: boolean;
  readonly condition: Condition | undefined;
  readonly mayMove: boolean;
}

/** What the contract tells of a route beside its name: what it takes, and everything that it answers. */
export function operationOf(route: ToldRoute, parts: ContractParts): JsonSchema {
  const facts = factsOf(route);
  const body = facts.inputs.find(({ place }) => place === 'body');
  return {
    parameters: [...pathOf(facts), ...queryOf(facts, parts), ...headersFor(facts)],
    ...(body?.dto && { requestBody: bodyOf(body.dto, parts) }),
    responses: { ...wellOf(facts, parts), ...redirectsOf(facts, parts), ...problemsOf(route, facts, parts) },
  };
}

function factsOf({ controller, name }: ToldRoute): Facts {
  const handler = (controller.prototype as Record<string, object>)[name]!;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  const inputs = inputsOf(controller, name);
  const condition = conditionOf(controller, name);
  return {
    ...{ handler, method, inputs, condition },
    isRead: method === RequestMethod.GET,
    hasBody: inputs.some(({ place }) => place === 'body'),
    mayMove: inputs.some(({ pipes }) => (pipes[0] as Partial<ReferencePipe> | undefined)?.mayMove),
  };
}

const pathOf = ({ inputs }: Facts): JsonSchema[] =>
  inputs
    .filter(({ place }) => place === 'path')
    .map(({ part, pipes }) => {
      const { description, ...schema } = (pipes[0] as ReferencePipe | undefined)?.schema ?? { type: 'string' };
      return { name: part, in: 'path', required: true, description, schema };
    });

function queryOf({ inputs }: Facts, parts: ContractParts): JsonSchema[] {
  const dto = inputs.find(({ place }) => place === 'query')?.dto;
  if (!dto) return [];
  const { properties = {}, required = [] } = parts.whole(dto);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), description, schema },
    ...(schema['type'] === 'array' && { style: 'form', explode: false }),
  }));
}

function headersFor({ method, isRead, condition }: Facts): JsonSchema[] {
  return [
    ...(isRead ? [headerParameter('IfNoneMatch')] : []),
    ...(condition === 'needed-or-new' ? [headerParameter('IfNothingThere')] : []),
    ...(condition ? [headerParameter(condition === 'needed' ? 'IfMatchRequired' : 'IfMatch')] : []),
    ...(method === RequestMethod.POST ? [headerParameter('IdempotencyKey')] : []),
  ];
}

function bodyOf(dto: Class<object>, parts: ContractParts): JsonSchema {
  const schema = parts.ofInput(dto);
  const { example } = notesOf(dto);
  const { required = [] } = parts.whole(dto);
  const content = { 'application/json': { schema, ...(example !== undefined && { example }) } };
  return { required: required.length > 0, content };
}

function wellOf(facts: Facts, parts: ContractParts): Record<string, JsonSchema> {
  const answers = answersOf(facts.handler);
  const told = answers.flatMap((answer) =>
    statusesOf(facts.handler, answer).map((status) => [String(status), responseOf(status, answer, facts, parts)]),
  );
  return Object.fromEntries(told) as Record<string, JsonSchema>;
}

const MEANINGS: Readonly<Record<number, string>> = {
  200: 'Done; this is how it stands.',
  201: 'Made; `Location` says where it stands.',
  202: 'Taken; `Location` says where to see how it goes.',
  204: 'Done; there is nothing to show.',
};

function responseOf(status: number, { shape, notes }: GivenAnswer, facts: Facts, parts: ContractParts): JsonSchema {
  const isPage = shape !== null && Type.IsObject(shape) && 'page' in shape.properties;
  const headers = [
    ...(shape !== null && facts.isRead ? ['ETag', 'Last-Modified'] : facts.condition && shape !== null ? ['ETag'] : []),
    ...(status === 201 || status === 202 ? ['Location'] : []),
    ...(isPage ? ['Link'] : []),
    ...(facts.method === RequestMethod.POST ? ['Idempotency-Replayed'] : []),
  ];
  const description = notes.description ?? (facts.isRead ? 'What was asked for.' : (MEANINGS[status] ?? 'Done.'));
  const body = { description, headers: headersOf(headers) };
  if (shape === null) return body;
  const example = notes.example ?? exampleOf(shape);
  const [first = 'application/json'] = formsOf(facts.handler);
  const own = { [first]: { schema: parts.ofAnswer(shape), example } };
  return { ...body, content: { ...otherForms(facts.handler), ...own } };
}

/** The forms in which a route answers when all went well, the usual one first, as its `@RouteConfig({ produces })` says. */
function formsOf(handler: object): string[] {
  const config = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as { produces?: string[] } | undefined;
  return (config?.produces ?? []).filter((type) => type !== 'application/problem+json');
}

/** What the forms beside JSON look like. */
function otherForms(handler: object): Record<string, JsonSchema> {
  const forms = formsOf(handler).filter((type) => type !== 'application/json');
  const text = { schema: { type: 'string', maxLength: 1_000_000 }, example: '# Orchard Vision Air' };
  const linked = {
    schema: { description: 'Linked data (schema.org).' },
    example: { '@context': 'https://schema.org' },
  };
  return Object.fromEntries(forms.map((type) => [type, type.startsWith('text/') ? text : linked]));
}

function redirectsOf(facts: Facts, parts: ContractParts): Record<string, JsonSchema> {
  const known = { description: 'It is as the `ETag` says that you know it.', headers: headersOf(['ETag']) };
  const moved = { description: 'It has another name or id now: see `Location`.', headers: headersOf(['Location']) };
  const mayMove = facts.mayMove || namesThings(facts, parts);
  return { ...(facts.isRead && { 304: known }), ...(mayMove && { 308: moved }) };
}

function problemsOf(route: ToldRoute, facts: Facts, parts: ContractParts): Record<string, JsonSchema> {
  const names = facts.inputs.some(({ place }) => place === 'path') || facts.hasBody || namesThings(facts, parts);
  const statuses = [
    ...[400, 401, 406, 429, 500, 503],
    ...(route.isForReaders && facts.isRead ? [] : [403]),
    ...(names ? [404, 410] : []),
    ...(facts.isRead ? [] : [409]),
    ...(facts.condition ? [412] : []),
    ...(facts.hasBody ? [413, 415, 422] : []),
    ...(facts.condition?.startsWith('needed') ? [428] : []),
  ];
  return Object.fromEntries(statuses.sort().map((status) => [String(status), problemOf(status)]));
}

function namesThings({ inputs }: Facts, parts: ContractParts): boolean {
  const dto = inputs.find(({ place }) => place === 'query')?.dto;
  const { properties = {} } = dto ? parts.whole(dto) : {};
  return NAMING.some((name) => Object.hasOwn(properties, name));
}
