import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { LIFECYCLES, type Lifecycle } from '../devices/device.entity.js';
import {
  ACTS,
  GRADES,
  SOURCE_KINDS,
  STANCES,
  type Act,
  type Grade,
  type SourceKind,
  type Stance,
} from '../engine/subjects/index.js';
import { AsOfQueryDto } from '../events/reading.dto.js';
import { Decimal, Since, WholeNumber, YesNo } from '../platform/http/parameters.js';
import { IsDay } from '../platform/validation.js';
import { IsRegion } from '../rumors/region.js';
import { OUTCOMES, RUMOR_STATUSES, type Outcome, type RumorStatus } from '../rumors/rumor.entity.js';

const GUARDS = ['on', 'off'] as const;

/** What is taken away: filtered as the list of the dataset can be. A filter that the dataset does not have is refused. */
export class ExportQueryDto extends AsOfQueryDto {
  /** Whether texts that a spreadsheet would take for a formula get a leading `'`; `off` for machines. */
  @IsOptional()
  @IsIn(GUARDS)
  guard?: (typeof GUARDS)[number];

  /** Devices, rumors and sources: words in a name or in the value. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  /** About this device: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  device?: string;

  /** Of this company: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  company?: string;

  /** Evidence: of this source: id or slug. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  source?: string;

  /** About this rumor: id. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  rumor?: string;

  /** About this subject, such as `launch.date`. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  subject?: string;

  /** ISO 3166 alpha-2, `EU` or `GLOBAL`. */
  @IsOptional()
  @IsRegion()
  region?: string;

  /** Devices: of this category. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  category?: string;

  /** Devices and rumors: how far they have come. */
  @IsOptional()
  @IsIn([...LIFECYCLES, ...RUMOR_STATUSES.filter((status) => !(LIFECYCLES as readonly string[]).includes(status))])
  status?: Lifecycle | RumorStatus;

  /** How likely they are at least, 0 to 1. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  min_confidence?: number;

  /** Rumors: how likely they are at most, 0 to 1. */
  @IsOptional()
  @Decimal({ min: 0, max: 1 })
  max_confidence?: number;

  /** Devices: a rumor has it launched on this day or later. */
  @IsOptional()
  @IsDay()
  launch_from?: string;

  /** Devices: a rumor has it launched on this day or earlier. */
  @IsOptional()
  @IsDay()
  launch_to?: string;

  /** Changed since: an RFC 3339 instant, or a day, which stands for its start (UTC). */
  @IsOptional()
  @Since()
  changed_since?: number;

  /** Evidence: known since; statements: said since. */
  @IsOptional()
  @Since()
  since?: number;

  /** Evidence: whether it is for the rumor, against it, or only mentions it. */
  @IsOptional()
  @IsIn(STANCES)
  stance?: Stance;

  /** Statements: words in the name of the speaker. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  speaker?: string;

  /** Statements: what is done by saying it. */
  @IsOptional()
  @IsIn(ACTS)
  act?: Act;

  /** Statements: whether the speaker speaks for the maker. */
  @IsOptional()
  @YesNo()
  official?: boolean;

  /** Statements: whether the words are known to be the speaker's own. */
  @IsOptional()
  @YesNo()
  verified?: boolean;

  /** Sources: who they are. */
  @IsOptional()
  @IsIn(SOURCE_KINDS)
  kind?: SourceKind;

  /** Sources: with this mark. */
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade;

  /** Sources: how many of its claims are resolved at least. */
  @IsOptional()
  @WholeNumber({ min: 0, max: 1_000_000_000 })
  min_resolved?: number;

  /** Resolutions: what became of the rumor. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  /** Resolutions and history: the first day, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Resolutions and history: the last day, `YYYY-MM-DD`. */
  @IsOptional()
  @IsDay()
  to?: string;
}
