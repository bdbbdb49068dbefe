import { ArrayMaxSize, IsArray, IsOptional, IsString, Length } from 'class-validator';

/** Adds a maker or a partner. */
export class AddCompanyDto {
  @IsString()
  @Length(1, 200)
  name: string;

  /** Other spellings of its name. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** Hosts at which it speaks for itself. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(3, 253, { each: true })
  domains?: string[];
}
