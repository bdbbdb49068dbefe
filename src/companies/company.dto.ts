import { ArrayMaxSize, IsArray, IsString, Length } from 'class-validator';
import { Example } from '../platform/http/schema-notes.js';
import { IsHost, MayBeMissing } from '../platform/validation.js';

/** Adds a maker or a partner. */
@Example<AddCompanyDto>({ name: 'Orchard', aliases: ['Orchard Inc.'], domains: ['orchard.example'] })
export class AddCompanyDto {
  /** The name that it goes by. */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Other spellings of its name. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** Hosts at which it speaks for itself. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(3, 253, { each: true })
  @IsHost({ each: true })
  domains?: string[];
}

/** Changes what is known of a company; what is left out stays. */
@Example<ReviseCompanyDto>({ domains: ['orchard.example', 'newsroom.orchard.example'] })
export class ReviseCompanyDto {
  /** The name that it goes by. */
  @MayBeMissing()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** All other spellings of its name, in place of those so far. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];

  /** All hosts at which it speaks for itself, in place of those so far. */
  @MayBeMissing()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(3, 253, { each: true })
  @IsHost({ each: true })
  domains?: string[];
}
