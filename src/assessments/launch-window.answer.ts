import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import {
  day,
  idOf,
  instant,
  list,
  named,
  nullable,
  oneOf,
  probability,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import { WINDOW_SUBJECTS } from './launch-windows.service.js';

const dayOrBeyond = (description: string) =>
  nullable(day(description, '2027-04-18'), `${description} Null = beyond the days that are spoken of.`);

const Quantiles = named('Quantiles', 'The days by which it has happened with a certain probability.', {
  p05: dayOrBeyond('By 5 %.'),
  p25: dayOrBeyond('By 25 %.'),
  p50: dayOrBeyond('As likely as not.'),
  p75: dayOrBeyond('By 75 %.'),
  p95: dayOrBeyond('By 95 %.'),
});

const ByDay = named('ProbabilityBy', 'How likely it has happened by a day.', {
  on: day('The day that was asked for.', '2027-03-31'),
  probability: nullable(
    probability('By the end of that day.', 0.41),
    'By the end of that day; null = not weighed yet.',
  ),
});

const OfficialDate = named('OfficialDate', "What the maker's own words say.", {
  rumor_id: idOf('rum', 'The rumor that they settle.'),
  text: text('It in one sentence.', 'Launches in the US on 4 May 2027'),
});

const Slip = named('Slip', 'A window that moved later.', {
  from: text('The days that were expected until then.', 'March 2027'),
  to: text('The days that were told instead.', 'the second quarter of 2027'),
  days: whole('By how many days its start moved.', 31),
  rumor_id: idOf('rum', 'The rumor that puts it later.'),
  at: instant('When Hearsay first heard of it.'),
});

const PastGap = named('PastGap', 'How far ahead the date of an earlier device of the line was first reported.', {
  device: DeviceInShort,
  days: whole('Days from the first report to the launch.', 143),
});

const region = text('ISO 3166 alpha-2, `EU` or `GLOBAL`.', 'US', { pattern: '^(?:[A-Z]{2}|GLOBAL)$' });

/** When a device is expected, as it is shown. */
export const LaunchWindowAnswer = named('LaunchWindow', 'When a device is expected in one region, as a forecast.', {
  device: DeviceInShort,
  subject: oneOf(WINDOW_SUBJECTS, 'What is forecast.', 'launch.date'),
  region: nullable(region, 'The region that this is about; null = tied to no place.'),
  said: yesNo('Whether anybody has said when.', true),
  regions: list(nullable(region), 'The regions that anybody spoke of; null = tied to no place.'),
  text: text('The forecast in one sentence.', 'As likely as not by 2027-04-18 in US.'),
  quantiles: nullable(Quantiles, 'Days by probability; null = nothing was weighed yet.'),
  dots: list(
    dayOrBeyond('A day.'),
    'Equally likely days in their order, 20 or 50 of them; empty = nothing was weighed.',
  ),
  horizon_on: nullable(
    day('The last day that anybody speaks of.', '2027-12-31'),
    'The last day spoken of; null = none left.',
  ),
  not_by_horizon: nullable(
    probability('The probability that it does not happen by then.', 0.12),
    'The probability that it happens on none of the days that are spoken of; null = nothing was weighed yet.',
  ),
  probability_by: nullable(ByDay, 'How likely it has happened by the day of `by`; null = `by` was not asked for.'),
  official: nullable(OfficialDate, "What the maker's own words say; null = nothing."),
  slips: list(Slip, 'How often it moved later, the oldest first.'),
  past_gaps: list(PastGap, 'How far ahead the dates of its predecessors were known.'),
  rumors: list(idOf('rum', 'A rumor.'), 'The rumors that this follows from.'),
  assessed_at: nullable(instant('When it was weighed.'), 'When it was last weighed; null = not yet.'),
  as_of: instant('As of when all of this is read.'),
});
export type LaunchWindowAnswer = Static<typeof LaunchWindowAnswer>;
