import { IsOptional, IsString, Length } from 'class-validator';

/** Signs in to the pages with a key. */
export class SignInDto {
  @IsString()
  @Length(1, 200)
  key: string;

  /** The path of the page to go on with. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  next?: string;
}

/** Opens a one-time link. */
export class SignInQueryDto {
  @IsString()
  @Length(1, 200)
  token: string;

  /** The path of the page to go on with. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  next?: string;
}
