import { PLACES } from './lexicon/places.js';

/** Parts of the world that an officer is responsible for. */
const PART =
  /^(?:(?:Southern|Northern|Western|Eastern|Central|South|North|West|East|Latin|Sud|Nord|Süd|Ost|Zentral)[ -]?)?(?:Europ\w*|Americ\w*|Amerik\w*|Asi\w*|Africa|EMEA|APAC|LATAM|DACH|Iberia|Benelux)$/;
/** Whether the name is that of a part of the world, which is nobody's employer. */
export const isRegion = (name: string): boolean => PART.test(name) || PLACES.has(name.toLowerCase());
/** The same behind the employer: `di Insta360 per il Sud Europa`. */
export const OF_REGION =
  /^ (?:per|for|für|para|pour|dla|in|en|no|na|au) (?:the |il |la |l'|el |o |a )?[A-Z]\w+(?: [A-Z]\w+)?(?=[,.;: ]|$)/;
