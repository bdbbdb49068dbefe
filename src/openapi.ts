import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { NEEDS, type Needs } from './access/roles.js';
import type { JsonSchema } from './platform/http/answer-shapes.js';
import { headerComponents, headerParameters } from './platform/http/contract-headers.js';
import { operationOf } from './platform/http/contract-operations.js';
import { ContractParts } from './platform/http/contract-parts.js';
import { ProblemAnswer, problemResponses } from './platform/http/contract-problems.js';
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
  const handlers = new Map(handlersOf(app).map((handler) => [handler.name, handler]));
  const document = SwaggerModule.createDocument(app, frame(), {
    operationIdFactory: (_controller, handler) => handler,
    autoTagControllers: false,
  });
  const parts = new ContractParts();
  parts.ofAnswer(ProblemAnswer);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      const { controller, name, needs } = handlers.get(operation.operationId)!;
      const told = { tags: [tagOf(path)], description: openTo(needs), security: securityOf(needs) };
      Object.assign(operation, told, operationOf({ controller, name, isForReaders: needs === 'reader' }, parts));
    }
  }
  return { ...document, tags: tagsOf(document), components: componentsOf(document, parts) };
}

interface Operation {
  readonly operationId: string;
}

/** The second part of a path: `devices` of `/v1/devices/{device}`. */
const tagOf = (path: string): string => path.split('/')[2] ?? '';

/** What the operations of a tag are about, where the name of the tag does not say it all. */
const TAGS: Readonly<Record<string, string>> = {
  audit: 'Who changed what.',
  calibration: 'How right this program has been.',
  companies: 'Makers and partners.',
  devices: 'Products that are followed, with their questions and launch windows.',
  events: 'What happened, in the order in which it did.',
  evidence: 'Links between reports and rumors.',
  exports: 'Whole datasets, to be taken away.',
  'identity-acts': 'What was merged, superseded, split or taken down, and how to undo it.',
  ingestions: 'Articles that are handed in, read, reviewed and written down.',
  keys: 'The keys with which programs and people act.',
  leaderboard: 'Which sources have been right.',
  me: 'Who is asking.',
  meta: 'The words of the field and the versions.',
  'refresh-jobs': 'Refreshes: planned, under way and done.',
  reports: 'What sources published.',
  'resolution-proposals': 'Verdicts that an official launch suggests, for one review.',
  resolutions: 'What became of rumors.',
  review: 'What waits for an editor.',
  rumors: 'Checkable claims, how far they are believed, why, and since when.',
  search: 'Everything by text.',
  sources: 'Who publishes, and how right they have been.',
  statements: 'The words of named speakers.',
  stream: 'What happens, as it happens.',
};

function tagsOf({ paths }: OpenAPIObject): { name: string; description: string }[] {
  const used = [...new Set(Object.keys(paths).map(tagOf))].sort();
  return used.map((name) => ({ name, description: TAGS[name] ?? `Everything about ${name}.` }));
}

const KEY = { key: [] };

/** A reader needs no key while reading is public, which is the usual setting. */
function securityOf(needs: Needs | undefined): Record<string, string[]>[] {
  if (needs === 'nothing') return [];
  return needs === 'reader' ? [{}, KEY] : [KEY];
}

/** Whom an operation is open to, in a sentence. */
function openTo(needs: Needs | undefined): string {
  if (needs === 'nothing') return 'Open to everybody.';
  return needs === 'reader' ? 'Open to everybody while reading is public.' : `Needs a key of the role ${needs}.`;
}

const DESCRIPTION = `What is said about products nobody has launched yet, and how far to believe it.

Every member of an answer is always there: null is unknown, an empty list is none. Instants are RFC 3339 in UTC, days
are \`YYYY-MM-DD\`, probabilities have four decimals. A text is Unicode; one with the character U+0000 or with half a
surrogate pair is refused. An unknown parameter or member is refused.`;

const KEY_DESCRIPTION = 'A key, hs_…: an opaque text and no JSON Web Token, to which RFC8725 would apply.';

function frame() {
  const frame = new DocumentBuilder()
    .setTitle('Hearsay')
    .setDescription(DESCRIPTION)
    .setVersion(programVersion())
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'hs_…', description: KEY_DESCRIPTION }, 'key')
    .build();
  const contact = { name: 'Hearsay', url: 'https://hearsay.example' };
  const servers = [
    { url: '/', description: 'This server: your production, staging or local one.', 'x-internal': false },
  ];
  return { ...frame, info: { ...frame.info, contact }, servers };
}

const componentsOf = ({ components }: OpenAPIObject, parts: ContractParts): JsonSchema => ({
  securitySchemes: components?.securitySchemes,
  schemas: parts.schemas,
  responses: problemResponses(),
  parameters: headerParameters(),
  headers: headerComponents(),
});
