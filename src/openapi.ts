import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { NEEDS, type Needs } from './access/roles.js';
import { describeDto, inputsOf } from './platform/http/schemas.js';
import { programVersion } from './platform/project.js';

/** A handler of a request, and what it asks of who uses it. */
export interface Handler {
  readonly controller: Type<object>;
  readonly name: string;
  readonly needs: Needs | undefined;
}

/** Every handler of the program, in the order of its rooms. */
export function handlersOf(app: INestApplication): Handler[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type<object>;
    const members = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object));
    const handlers = members.filter(([, { value }]) => isHandler(value));
    return handlers.map(([name, { value }]) => ({
      controller,
      name,
      needs: reflector.getAllAndOverride<Needs | undefined>(NEEDS, [value as () => void, controller]),
    }));
  });
}

const isHandler = (value: unknown): boolean => typeof value === 'function' && Reflect.hasMetadata('method', value);

/** The contract of the interface (OpenAPI 3.1), told from the classes and routes that answer. */
export function contractOf(app: INestApplication): OpenAPIObject {
  const handlers = handlersOf(app);
  for (const { controller, name } of handlers) {
    for (const { dto } of inputsOf(controller, name)) if (dto) describeDto(dto);
  }
  const document = SwaggerModule.createDocument(app, frame(), {
    operationIdFactory: (_controller, handler) => handler,
    autoTagControllers: false,
  });
  const needs = new Map(handlers.map((handler) => [handler.name, handler.needs]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      const { operationId = '', responses } = operation;
      operation.tags = [path.split('/')[2] ?? 'other'];
      operation.security = securityOf(needs.get(operationId));
      responses['4XX'] = responses['5XX'] = { $ref: '#/components/responses/Problem' };
    }
  }
  return document;
}

interface Operation {
  readonly operationId?: string;
  readonly responses: Record<string, object>;
  tags?: string[];
  security?: Record<string, string[]>[];
}

const KEY = { key: [] };

/** A reader needs no key while reading is public, which is the usual setting. */
function securityOf(needs: Needs | undefined): Record<string, string[]>[] {
  if (needs === 'nothing') return [];
  return needs === 'reader' ? [{}, KEY] : [KEY];
}

function frame() {
  const frame = new DocumentBuilder()
    .setTitle('Hearsay')
    .setDescription('What is said about products nobody has launched yet, and how far to believe it.')
    .setVersion(programVersion())
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setOpenAPIVersion('3.1.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key: hs_…' }, 'key')
    .build();
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const responses = { Problem: { description: 'What went wrong (RFC 9457); clients switch on `code`.', content } };
  return { ...frame, components: { ...frame.components, responses, schemas: { Problem: PROBLEM } } };
}

const text = { type: 'string' } as const;
const DETAIL = {
  type: 'object' as const,
  required: ['code', 'detail'],
  properties: { pointer: text, parameter: text, header: text, code: text, detail: text },
};
const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id', 'errors'],
  properties: {
    ...{ type: text, title: text, status: { type: 'integer' as const }, detail: text, instance: text },
    ...{ code: text, request_id: text, errors: { type: 'array' as const, items: DETAIL } },
  },
};
