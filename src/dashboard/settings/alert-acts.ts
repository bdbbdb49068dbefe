import { MakeAlertDto, ReviseAlertDto } from '../../alerts/alert.dto.js';
import { checked } from '../../platform/validation.js';
import type { AlertFormDto, ReviseAlertFormDto } from './alert-forms.dto.js';

/** What is said of a number that cannot be, as it is typed. */
export const ALERT_WORDS = {
  threshold: 'It must be a percentage from 0.1 to 100.',
  hysteresis: 'It must be a number of percentage points from 0 to 100.',
  min_origins: 'It must be a whole number from 0 to 1000.',
} as const;

type Numbers = Pick<AlertFormDto, 'threshold' | 'hysteresis' | 'min_origins'>;

/** A number as somebody typed it, with a comma or a point; NaN for what is none. */
const number = (text: string): number => (/^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN);

/** A share that was typed in per cent, without what binary fractions add: `55` is 0.55. */
export const shareOf = (text: string): number => Number((number(text.replace(/\s*%$/, '')) / 100).toFixed(6));

/** The numbers of a rule that were typed. */
function numbersOf({ threshold = '', hysteresis = '', min_origins: origins = '' }: Numbers): object {
  return {
    ...(threshold.trim() !== '' && { threshold: shareOf(threshold.trim()) }),
    ...(hysteresis.trim() !== '' && { hysteresis: shareOf(hysteresis.trim()) }),
    ...(origins.trim() !== '' && { min_origins: number(origins.trim()) }),
  };
}

/** The texts that were typed; one that is empty was not. */
function textsOf(texts: Readonly<Record<string, string | undefined>>): object {
  const typed = Object.entries(texts).map(([name, text]) => [name, text?.trim() ?? ''] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

/**
 * The rule that a form stands for.
 *
 * @throws Fault `invalid-input` with a pointer for each field that is wrong
 */
export function alertOf(form: AlertFormDto): MakeAlertDto {
  const { name, device, company, subject, when, cooldown, webhook } = form;
  const to = webhook?.trim() ? 'webhook' : 'feed';
  return checked(MakeAlertDto, {
    ...textsOf({ name, device, company, subject, when, cooldown, webhook }),
    ...numbersOf(form),
    to,
  });
}

/** The change of a rule that a form stands for; what is empty stays. Refuses as `alertOf` does. */
export function alertChangeOf(form: ReviseAlertFormDto): ReviseAlertDto {
  const { name, cooldown, enabled } = form;
  return checked(ReviseAlertDto, {
    ...(name !== undefined && { name: name.trim() }),
    ...textsOf({ cooldown }),
    ...numbersOf(form),
    ...(enabled !== undefined && { enabled: enabled === 'yes' }),
  });
}
