import fc from 'fast-check';
import { objectionTo } from './json-scan.js';

const LIMIT = 4;

describe('a JSON text that is looked through', () => {
  it.each<[string, string, string]>([
    ['a name twice', '{"a":1,"a":2}', '#/a'],
    ['a name twice that is spelled otherwise', '{"a":1,"\\u0061":2}', '#/a'],
    ['a name twice further in', '{"a":[{"b":1},{"c":{"d/":0,"d/":0}}]}', '#/a/1/c/d~1'],
    ['a name twice after a text with brackets', '{"x":"}{,\\"","x":1}', '#/x'],
    ['a name twice after an object', '{"x":{"x":1},"x":1}', '#/x'],
  ])('has %s', (_what, json, pointer) => {
    expect(objectionTo(json, LIMIT)).toEqual({ kind: 'duplicate-member', pointer });
  });

  it.each(['[[[[[', '{"a":{"a":{"a":{"a":{"a":1}}}}}'])('stands too deep in %s', (json) => {
    expect(objectionTo(json, LIMIT)).toEqual({ kind: 'too-deep' });
  });

  it.each(['', '"', '{"a', '}}]', '{"a":1,,"b":2}', '["a","a"]', '{"a":"a","b":"a"}', '\\'])(
    'is let be in %s',
    (json) => {
      expect(objectionTo(json, LIMIT)).toBeNull();
    },
  );

  it('is never refused as a program writes it', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 3 }), (json) => expect(objectionTo(json, 8)).toBeNull()));
  });
});
