import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { ID_PREFIXES, isId, newId } from './ids.js';

describe('an id', () => {
  it('has the shape of its prefix and of no other', () => {
    for (const prefix of ID_PREFIXES) {
      const id = newId(prefix, Date.UTC(2026, 0, 1));
      const fitting = ID_PREFIXES.filter((other) => isId(id, other));
      expect([isId(id), fitting, id.length <= 40]).toEqual([true, [prefix], true]);
    }
  });

  it('sorts as it was made, whatever the clock says', () => {
    const moments = array(integer({ min: 0, max: 4e12 }), { minLength: 2 });
    assert(
      property(moments, (instants) => {
        const ids = instants.map((instant) => newId('rum', instant));
        return new Set(ids).size === ids.length && ids.toSorted().every((id, place) => id === ids[place]);
      }),
    );
  });

  it.each([
    'dev_',
    'dev_01ARZ3NDEKTSV4RRFFQ69G5FA',
    'dev_01ARZ3NDEKTSV4RRFFQ69G5FAVX',
    'dev_01arz3ndektsv4rrffq69g5fav',
    'dev_81ARZ3NDEKTSV4RRFFQ69G5FAV',
    'dev_01ARZ3NDEKTSV4RRFFQ69G5FAU',
    'xyz_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    'dev_01ARZ3NDEKTSV4RRFFQ69G5FAV_',
    'dev_01ARZ3NDEKTSV4RRFFQ69G5FAV\n',
    null,
    7,
    ['dev_01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ])('is not %j', (value) => {
    expect(isId(value)).toBe(false);
  });

  it('is no text at random', () => {
    assert(property(tuple(constantFrom(...ID_PREFIXES), string()), ([prefix, tail]) => !isId(`${prefix}_${tail}`)));
  });
});
