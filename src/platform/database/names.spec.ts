import { Names, snakeCase } from './names.js';

const names = new Names();

describe('names', () => {
  it.each([
    ['id', 'id'],
    ['lastActivityAt', 'last_activity_at'],
    ['supersededById', 'superseded_by_id'],
    ['sha256Sum', 'sha256_sum'],
    ['already_so', 'already_so'],
  ])('%s is the column %s', (property, column) => {
    expect(snakeCase(property)).toBe(column);
  });

  it('say what kind of rule it is, of which table and columns', () => {
    expect([
      names.primaryKeyName('rumors'),
      names.uniqueConstraintName('rumors', ['device_id', 'key']),
      names.foreignKeyName('rumors', ['device_id']),
      names.indexName('rumors', ['status', 'id']),
      names.joinColumnName('supersededBy', 'id'),
      names.columnName('span', undefined, ['quote']),
    ]).toEqual([
      'pk_rumors',
      'uq_rumors_device_id_key',
      'fk_rumors_device_id',
      'ix_rumors_status_id',
      'superseded_by_id',
      'quote_span',
    ]);
  });

  it('that PostgreSQL would cut are refused', () => {
    expect(() => names.indexName('t', ['x'.repeat(58)])).not.toThrow();
    expect(() => names.indexName('t', ['x'.repeat(59)])).toThrow(RangeError);
  });
});
