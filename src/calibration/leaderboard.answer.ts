import { type Static } from 'typebox';
import { list, named, object, whole } from '../platform/http/answer-shapes.js';
import { pageWith } from '../platform/http/answers.js';
import { ASKED } from './calibration.answer.js';
import { RankedSource, UnrankedSource } from './source-record.answer.js';

const PAGE = pageWith(RankedSource, 'RankedSourcePage', {
  total: whole('How many sources are ranked.', 12),
});

/** A page of the leaderboard. */
export const LeaderboardPage = named('Leaderboard', 'The sources by skill, and those that are not ranked yet.', {
  ...PAGE.properties,
  asked: object('What was asked for.', {
    ...ASKED,
    min_resolved: whole('From how many events on a source is ranked.', 10),
  }),
  unranked: list(UnrankedSource, 'Sources with fewer events, those with the most first; 100 at most.'),
  unranked_total: whole('How many sources have something decided and are not ranked.', 14),
});
export type LeaderboardPage = Static<typeof LeaderboardPage>;
