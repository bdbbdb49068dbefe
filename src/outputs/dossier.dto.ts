import { IsIn, IsOptional } from 'class-validator';
import { AsOfQueryDto } from '../events/reading.dto.js';

/** The forms of a dossier, and the media type of each. */
export const DOSSIER_FORMATS = ['json', 'md', 'claimreview'] as const;
export type DossierFormat = (typeof DOSSIER_FORMATS)[number];
export const DOSSIER_TYPES: Readonly<Record<DossierFormat, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  claimreview: 'application/ld+json',
};

/** How a dossier is wanted. */
export class DossierQueryDto extends AsOfQueryDto {
  /** In which form; where nothing is said, the one that `Accept` names first, else JSON. */
  @IsOptional()
  @IsIn(DOSSIER_FORMATS)
  format?: DossierFormat;
}
