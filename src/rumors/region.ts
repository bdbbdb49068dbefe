import { applyDecorators } from '@nestjs/common';
import { Matches, MaxLength } from 'class-validator';

/** How a region is written: ISO 3166 alpha-2, `EU` or `GLOBAL`. */
const REGION = /^(?:[A-Z]{2}|GLOBAL)$/;

/** A member that names the region to which something is tied. */
export const IsRegion = (): PropertyDecorator =>
  applyDecorators(
    Matches(REGION, { message: 'region must be two capital letters, or GLOBAL' }),
    MaxLength('GLOBAL'.length),
  );
