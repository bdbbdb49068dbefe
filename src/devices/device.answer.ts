import { type Static } from 'typebox';
import { CompanyAnswer, CompanyInShort } from '../companies/company.answer.js';
import { CONFIDENCE_WORDS } from '../engine/confidence/index.js';
import {
  change,
  htmlUrl,
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
import { LIFECYCLES, SUPERSEDED_REASONS } from './device.entity.js';

/** A device in short, beside what is said about it. */
export const DeviceInShort = named('DeviceInShort', 'A device in short.', {
  id: idOf('dev', 'The id of the device.'),
  slug: text('Its name as a part of addresses.', 'orchard-vision-air'),
  name: text('The name that it is known by.', 'Orchard Vision Air'),
});

const ExternalIdsAnswer = named('ExternalIds', 'The numbers under which a device is found elsewhere; null = unknown.', {
  model_number: nullable(text("The maker's model number.", 'OV-2101')),
  gtin: nullable(text('The number under its bar code.', '04006381333931')),
  fcc_id: nullable(text('The id under which the FCC of the US lists it.', 'BCG-E8700A')),
  wikidata: nullable(text('The id of its item in Wikidata.', 'Q42')),
});

const Existence = named('Existence', 'How likely it is that the device exists or will exist.', {
  probability: probability('The probability, 0 to 1.', 0.93),
  word: oneOf(CONFIDENCE_WORDS, 'The probability in a word of the scale of ICD 203.', 'very likely'),
  derived: yesNo('Whether it follows from other rumors, as nobody has spoken of its existence itself.'),
  rumor_id: nullable(
    idOf('rum', 'The rumor that the number is taken from.'),
    'The rumor behind the number; null = none.',
  ),
  change_7d: nullable(change('How far the probability has moved within 7 days.'), 'Null = there was none 7 days ago.'),
});

const SuccessorAnswer = named('Successor', 'The device that another one turned out to be.', {
  ...DeviceInShort.properties,
  reason: oneOf(
    SUPERSEDED_REASONS,
    'It got another name, it was several all along, or another one comes in its place.',
  ),
});

/** A product that is followed, as it is shown. */
export const DeviceAnswer = named('Device', 'A product that is followed until it is launched, cancelled or another.', {
  ...DeviceInShort.properties,
  company: CompanyInShort,
  aliases: list(text('Another name.', 'Vision Air'), 'Short forms, codenames and other spellings.'),
  category: nullable(
    text('Phone, watch, console …', 'headset'),
    'What it is, such as `phone`; null while nobody said.',
  ),
  line: nullable(text("The maker's line that it belongs to.", 'Vision'), "The maker's line; null while nobody said."),
  status: oneOf(LIFECYCLES, 'Where it stands in its life.'),
  superseded_by: nullable(SuccessorAnswer, 'The device that it turned out to be; null = none, or not known.'),
  external_ids: ExternalIdsAnswer,
  exists: nullable(Existence, 'How likely it exists; null until something was weighed.'),
  rumors: whole('How many rumors about it are followed.', 7),
  reports: whole('How many reports speak of it.', 14),
  last_report_at: nullable(instant('When the latest of these was published.'), 'Null = no report yet.'),
  created_at: instant('When it was added.'),
  updated_at: instant('When it was last changed.'),
  html_url: htmlUrl('/devices/orchard-vision-air'),
});
export type DeviceAnswer = Static<typeof DeviceAnswer>;

/** A company with its devices. */
export const CompanyCardAnswer = named('CompanyCard', 'A company with its devices.', {
  ...CompanyAnswer.properties,
  devices: list(DeviceAnswer, 'Its devices.'),
});
