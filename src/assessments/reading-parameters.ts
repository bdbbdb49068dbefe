import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsIn } from 'class-validator';

/** What is to be shown with an answer: words of a set, each once, with commas between them. */
export const Expand = (set: readonly string[]): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ArrayUnique(),
    IsIn(set, { each: true }),
  );
