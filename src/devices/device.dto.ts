import { ArrayMaxSize, IsArray, IsOptional, IsString, Length } from 'class-validator';

/** Starts to follow a device. */
export class AddDeviceDto {
  /** Its commercial name, with or without its maker's (`Xiaomi 12 Ultra`). */
  @IsString()
  @Length(1, 200)
  name: string;

  /** The maker: name, slug or id. */
  @IsString()
  @Length(1, 200)
  company: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  /** The maker's line that it belongs to. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  line?: string;

  /** The device that it follows: slug or id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  succeeds?: string;

  /** Short forms and codenames. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  aliases?: string[];
}
