import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseInstant } from '../../src/platform/instant.js';

export type Schema = Record<string, unknown>;

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

/** What is answered with one status. */
export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Schema>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

/** One operation of the contract, with its references followed as far as parameters and responses. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly isBodyRequired: boolean;
  readonly responses: Readonly<Record<string, Response>>;
  readonly security: readonly object[];
}

interface Document {
  readonly paths: Record<string, Record<string, RawOperation>>;
  readonly components: Record<string, Record<string, Schema>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, Schema>;
  readonly security: readonly object[];
}

const ROOT = 'contract';

/** The contract as whoever uses it reads it: its operations, and whether a value is as a schema says. */
export class Contract {
  readonly operations: readonly Operation[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly document: Document;

  constructor(document: object) {
    this.document = JSON.parse(JSON.stringify(document)) as Document;
    addFormats.default(this.ajv);
    this.ajv.addFormat('date-time', (text: string) => parseInstant(text) !== null);
    this.ajv.addSchema({ $id: ROOT, components: this.document.components });
    this.operations = Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, raw]) => this.read(method.toUpperCase(), path, raw)),
    );
  }

  /** What is wrong with a value by a schema; null where nothing is. */
  mistakesIn(value: unknown, schema: Schema): string | null {
    const key = JSON.stringify(schema);
    const check = this.compiled.get(key) ?? this.ajv.compile(rooted(schema) as Schema);
    this.compiled.set(key, check);
    return check(value) ? null : this.ajv.errorsText(check.errors);
  }

  /** The schema itself where a reference stands for it. */
  followed(schema: Schema): Schema {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    const [, , part = '', name = ''] = reference.split('/');
    return this.document.components[part]?.[name] ?? {};
  }

  /** The members and parameters of which the contract does not say in words what they mean. */
  undescribed(): string[] {
    const members = Object.entries(this.document.components['schemas'] ?? {}).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties as Record<string, Schema>)
        .filter(([, schema]) => !schema['description'] && !this.followed(schema)['description'])
        .map(([member]) => `${name}.${member}`),
    );
    const parameters = this.operations.flatMap(({ id, parameters: own }) =>
      own.filter(({ description }) => !description).map(({ name }) => `${id} ${name}`),
    );
    return [...members, ...parameters];
  }

  private read(method: string, path: string, raw: RawOperation): Operation {
    const { operationId: id, parameters = [], requestBody, responses, security } = raw;
    return {
      ...{ id, method, path, security },
      parameters: parameters.map((each) => this.followed(each) as unknown as Parameter),
      body: requestBody?.content['application/json']?.schema ?? null,
      isBodyRequired: requestBody?.required ?? false,
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, each]) => [status, this.followed(each) as unknown as Response]),
      ),
    };
  }
}

/** The same with its references pointing into the contract. */
function rooted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(rooted);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' ? `${ROOT}${each}` : rooted(each),
    ]),
  );
}
