import 'reflect-metadata';
import fc from 'fast-check';
import { DevicesQueryDto } from '../src/assessments/device-reading.dto.js';
import { HistoryQueryDto, RumorsQueryDto } from '../src/assessments/rumor-reading.dto.js';
import { Fault } from '../src/platform/fault.js';
import { checkedOnce } from '../src/platform/http/queries.js';
import { checked } from '../src/platform/validation.js';
import { SearchQueryDto } from '../src/search/search.dto.js';

const CLASSES = [DevicesQueryDto, RumorsQueryDto, HistoryQueryDto, SearchQueryDto];
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  q: ['air', 'x', '', 'model 7', 'x'.repeat(600)],
  limit: ['5', '0', '101', '1e1'],
  as_of: ['2029-05-01', '2029-05-01T08:00:00Z', '2029-02-30', 'now'],
  sort: ['-confidence', 'confidence', 'constructor'],
  min_confidence: ['0.2', '0.9', '2'],
  max_confidence: ['0.5', '0.1', 'much'],
  types: ['device', 'device,rumor', 'device,device,x'],
  expand: ['rumors', 'rumors,company', 'company,company'],
  status: ['open', 'rumored', 'other'],
  interval: ['day', 'year'],
};
const QUERY = fc
  .subarray(Object.keys(TEXTS))
  .chain((names) => fc.tuple(...names.map((name) => fc.constantFrom(...TEXTS[name]!).map((text) => [name, text]))))
  .map((pairs) => Object.fromEntries(pairs) as Record<string, string>);

/** What a query says, or how it is refused. */
function outcome(read: () => object): unknown {
  try {
    return { ...read() };
  } catch (error) {
    return error instanceof Fault ? error.errors : error;
  }
}

it('a query says the same, or is refused with the same words, however much of it is known', () => {
  let good = 0;
  const isSame = fc.property(fc.constantFrom(...CLASSES), QUERY, (act, query) => {
    const whole = outcome(() => checked<object>(act, query));
    good += Array.isArray(whole) ? 0 : 1;
    for (let times = 0; times < 2; times += 1) expect(outcome(() => checkedOnce(act, query))).toEqual(whole);
  });
  fc.assert(isSame, { numRuns: 1500, seed: 28 });
  expect(good).toBeGreaterThan(50);
});

it('a query is of its class, and nobody can change it', () => {
  const query = checkedOnce(RumorsQueryDto, { limit: '7', as_of: '2029-05-01' });
  expect(query).toBeInstanceOf(RumorsQueryDto);
  expect(Object.isFrozen(query)).toBe(true);
});
