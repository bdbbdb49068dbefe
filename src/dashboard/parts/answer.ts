import { findSubject, sayValue, type ClaimValue } from '../../engine/subjects/index.js';
import type { RumorView } from '../views.js';
import { capital } from '../wording.js';

type Shown = RumorView['value'];

const bound = (amount: string | null): number | null => (amount === null ? null : Number(amount));

/** The value of the engine that an answer shows. */
function valueOf(shown: Shown): ClaimValue {
  if ('text' in shown) return { type: 'word', text: shown.text };
  if ('yes' in shown) return { type: 'yes_no', yes: shown.yes };
  if ('currency' in shown) {
    const { min_amount: min, max_amount: max, currency } = shown;
    return { type: 'money', min: bound(min), max: bound(max), currency };
  }
  if ('unit' in shown) return { type: 'number', min: shown.min, max: shown.max, unit: shown.unit };
  return { type: 'dates', earliestOn: shown.earliest_on, latestOn: shown.latest_on };
}

/** The answer that a rumor gives, without its question: `Xiaomi 12S Ultra`, `July 2022`, `4860 mAh`. */
export const answerOf = (rumor: Pick<RumorView, 'value'>): string => capital(sayValue(valueOf(rumor.value)));

const ASKED: Readonly<Record<string, string>> = {
  existence: 'Does it exist?',
  name: 'What will it be called?',
  partner: 'Who is it made with?',
  supplier: 'Who supplies its parts?',
  price: 'What will it cost?',
  availability: 'Where will it be sold?',
  status: 'Where does it stand?',
  'launch.date': 'When does it launch?',
  'announcement.date': 'When is it announced?',
  'preorder.date': 'When can it be ordered?',
};

type Asked = Pick<RumorView, 'subject' | 'region' | 'variant'>;

/** The question that a rumor answers, in words: `When does it launch?`, `Battery capacity`. */
export function askedOf({ subject }: Pick<RumorView, 'subject'>): string {
  return ASKED[subject] ?? capital(findSubject(subject)?.label ?? subject);
}

/** The region and model to which a question is tied, such as `12/256 · PL`; null where it is tied to none. */
export function scopeOf({ variant, region }: Asked): string | null {
  const parts = [variant, region].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
