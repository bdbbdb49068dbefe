import { type Static } from 'typebox';
import { idOf, instant, list, named, text } from '../platform/http/answer-shapes.js';
import { pageOf } from '../platform/http/answers.js';

/** A maker or a partner, as it is shown. */
export const CompanyAnswer = named('Company', 'A maker or a partner.', {
  id: idOf('co', 'The id of the company.'),
  slug: text('Its name as a part of addresses.', 'xiaomi'),
  name: text('The name that it goes by.', 'Xiaomi'),
  aliases: list(text('Another spelling of its name.', 'Xiaomi Corporation'), 'Other spellings of its name.'),
  domains: list(text('A host.', 'mi.com'), 'Hosts at which it speaks for itself.'),
  created_at: instant('When it was added.'),
  updated_at: instant('When it was last changed.'),
});
export type CompanyAnswer = Static<typeof CompanyAnswer>;

/** A page of companies. */
export const CompanyPage = pageOf(CompanyAnswer);

/** A company in short, beside what it made. */
export const CompanyInShort = named('CompanyInShort', 'A company in short.', {
  id: CompanyAnswer.properties.id,
  slug: CompanyAnswer.properties.slug,
  name: CompanyAnswer.properties.name,
});
