import type { Claim } from './claim.js';
import type { ClaimValue } from './value.js';

/**
 * Claims that cannot come true of a device that does not exist, by subject; where words are given, only these. What a
 * device is called, costs or has inside is no such claim: it is told "if it comes", and is void if it never does.
 */
export const EXISTENCE_FOLLOWS_FROM: Readonly<Record<string, readonly string[] | null>> = {
  'launch.date': null,
  'announcement.date': null,
  'preorder.date': null,
  'production.start': null,
  partner: null,
  status: ['announced', 'released', 'launched', 'available', 'on_sale', 'in_production', 'in_testing', 'discontinued'],
  availability: ['yes', 'exclusive', 'limited'],
};

/** Claims that cannot come true of a device that is given up. */
const ONLY_IF_IT_COMES: Readonly<Record<string, readonly string[] | null>> = {
  'launch.date': null,
  'announcement.date': null,
  'preorder.date': null,
  'production.start': null,
  availability: ['yes', 'exclusive', 'limited'],
};

/** The subjects with claims that can only come true of a device that is not given up. */
export const LAUNCH_SUBJECTS: readonly string[] = Object.keys(ONLY_IF_IT_COMES);

/** The subjects by which, or of which, one claim about a device says something for another. */
export const CIRCLE_SUBJECTS: readonly string[] = ['existence', ...Object.keys(EXISTENCE_FOLLOWS_FROM)];

const isOneOf = (
  claims: Readonly<Record<string, readonly string[] | null>>,
  key: string,
  value: ClaimValue,
): boolean => {
  const words = claims[key];
  return words === null || (words !== undefined && value.type === 'word' && words.includes(value.text.toLowerCase()));
};

/** Whether a device exists if the claim comes true. */
export const impliesExistence = ({ subject, value }: Pick<Claim, 'subject' | 'value'>): boolean =>
  isOneOf(EXISTENCE_FOLLOWS_FROM, subject.key, value);

/** Whether the claim can only come true of a device that is not given up. */
export const needsLaunch = ({ subject, value }: Pick<Claim, 'subject' | 'value'>): boolean =>
  isOneOf(ONLY_IF_IT_COMES, subject.key, value);

/** Whether a device never comes if the claim is true. */
export const rulesOutLaunch = ({ subject, value }: Pick<Claim, 'subject' | 'value'>): boolean =>
  (subject.key === 'status' && value.type === 'word' && value.text.toLowerCase() === 'cancelled') ||
  (subject.key === 'existence' && value.type === 'yes_no' && !value.yes);

/** Whether a subject takes part in what one claim about a device says of another. */
export const isInCircle = (subject: string): boolean => CIRCLE_SUBJECTS.includes(subject);

/** Whether what is said of one region and variant also holds for another; null = said of all. */
export const reaches = (from: Pick<Claim, 'region' | 'variant'>, to: Pick<Claim, 'region' | 'variant'>): boolean =>
  (from.region === null || from.region === to.region) && (from.variant === null || from.variant === to.variant);
