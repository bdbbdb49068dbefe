import { IsOptional, IsString, Length } from 'class-validator';
import { VerifyStatementDto } from '../../statements/statement.dto.js';

/** The form by which an editor declares relayed words to be the speaker’s own. */
export class VerifyFormDto extends VerifyStatementDto {
  /** The key under which it is taken once. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  once?: string;
}
