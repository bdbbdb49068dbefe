import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQueryDto } from '../platform/http/pages.js';
import { COMPANY_SORTS } from './company-board.service.js';

/** Which companies are wanted, and how they are sorted. */
export class CompaniesQueryDto extends PageQueryDto {
  /** Words in one of its names. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** By what the list is sorted; a leading `-` turns the order round. */
  @IsOptional()
  @IsIn(Object.keys(COMPANY_SORTS))
  sort?: keyof typeof COMPANY_SORTS;
}
