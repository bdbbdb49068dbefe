import { isDeepStrictEqual } from 'node:util';
import type { Type } from '@nestjs/common';
import type { TSchema } from 'typebox';
import type { JsonSchema } from './answer-shapes.js';
import { schemaOf, type ObjectSchema } from './schemas.js';

/** The named schemas of the contract: each is told once, and referred to by its name wherever it is used. */
export class ContractParts {
  private readonly told = new Map<string, JsonSchema>();

  /** All of them, by name. */
  get schemas(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.told].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** How the shape of an answer stands where it is used: by reference, where it has a name. */
  ofAnswer(shape: TSchema): JsonSchema {
    return this.referring(shape) as JsonSchema;
  }

  /** How a body stands where it is used: by reference; `AddCompanyDto` is `AddCompanyInput`. */
  ofInput(dto: Type<object>): JsonSchema {
    return this.named(dto.name.replace(/Dto$/, 'Input'), this.whole(dto));
  }

  /** What a class says, whole: for a query, which has no name. */
  whole(dto: Type<object>): ObjectSchema {
    return schemaOf(dto, (nested) => this.ofInput(nested));
  }

  /** The same with references in place of everything that has a name. */
  private referring(part: unknown): unknown {
    if (Array.isArray(part)) return part.map((each) => this.referring(each));
    if (typeof part !== 'object' || part === null) return part;
    const { $id: name, ...rest } = part as { readonly $id?: string };
    const told = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, this.referring(each)]));
    return name === undefined ? told : this.named(name, told);
  }

  private named(name: string, told: JsonSchema): JsonSchema {
    const known = this.told.get(name);
    if (known !== undefined && !isDeepStrictEqual(known, told)) {
      throw new Error(`two shapes of the contract are called ${name}`);
    }
    this.told.set(name, told);
    return { $ref: `#/components/schemas/${name}` };
  }
}
