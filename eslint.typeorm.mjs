/**
 * What TypeORM does without a word, and this program therefore never asks of it. Each rule has the number that its trap
 * has in the table of CONTRIBUTING.md; test/lint-rules.spec.ts shows for every one what it finds and what it lets be.
 */

const FINDS = '/^(?:find(?:One|AndCount)?(?:By)?(?:OrFail)?|exists?(?:By)?|update|delete)$/';
const ACT = '/^(?:transaction|unseen)$/';
const WAITS = '/^(?:fetch|setTimeout|setInterval|setImmediate|wait|sleep|pause|delay|nextTurn)$/';
const OUTSIDE = '/^(?:undici|(?:node:)?(?:https?|http2|net|tls|dns|dgram)(?:\\u002fpromises)?)$/';
const FROM_OUTSIDE = 'MemberExpression, UnaryExpression, CallExpression, LogicalExpression, ConditionalExpression';
/** What is written in capitals is a closed list of the program. */
const MEMBER = 'MemberExpression:not([object.name=/^[A-Z][A-Z0-9_]*$/])';
const NO_WHERE = 'A search for nothing in particular finds the first row, or every one: say which row is meant.';
const NO_RAW_VALUE =
  'A function for a value is SQL: it gives back a text that is written here, and nothing is put into it.';
const NO_PASTING =
  'What is pasted into a statement is SQL, whoever wrote it: bind it with ?, or write the piece with sql`…`.';
const NO_SECOND_WAY =
  'A second connection within an act waits for itself: use its rows, and the database outside of one.';
const NO_WAITING = 'While an act waits for the network or for time nobody else can write: get what it needs before it.';

/** For everything in src. */
export const TYPEORM_TRAPS = [
  {
    trap: 1,
    selector: `CallExpression[callee.property.name=${FINDS}] > ObjectExpression.arguments[properties.length=0]`,
    message: NO_WHERE,
  },
  {
    trap: 1,
    selector: `CallExpression[callee.property.name=${FINDS}] > ArrayExpression.arguments[elements.length=0]`,
    message: NO_WHERE,
  },
  {
    trap: 1,
    selector: `CallExpression[callee.property.name=${FINDS}] > Identifier.arguments[name='undefined']`,
    message: NO_WHERE,
  },
  { trap: 1, selector: "Property[key.name='where'] > ObjectExpression.value[properties.length=0]", message: NO_WHERE },
  { trap: 1, selector: "Property[key.name='where'] > ArrayExpression.value[elements.length=0]", message: NO_WHERE },
  {
    trap: 2,
    selector: "ImportDeclaration[source.value='typeorm'] ImportSpecifier[imported.name=/^(?:Equal|Raw)$/]",
    message: 'Equal(undefined) finds nothing without a word, and Raw is SQL: give the value itself, or write sql`…`.',
  },
  {
    trap: 3,
    selector: 'CallExpression[callee.property.name=/^(?:save|preload)$/]',
    message: 'save() writes over the row whose id it is given: insert what is new, update what is there.',
  },
  {
    trap: 3,
    selector: 'Property[key.name=/^(?:cascade|eager|orphanedRowAction)$/]',
    message: 'A row writes and reads no other row along with itself: every act names the rows that it writes.',
  },
  {
    trap: 4,
    selector: "Property[key.name='select'][value.value=false]",
    message:
      'A column that is hidden from a search comes back from a write: keep the hash of a secret, and leave it out of the answer.',
  },
  {
    trap: 6,
    selector:
      "CallExpression[callee.property.name='createQueryBuilder'], CallExpression[callee.property.name=/^(?:add)?[oO]rderBy$/]",
    message: 'What a query builder sorts by and searches for is SQL: use find, or readWindow, which know the columns.',
  },
  {
    trap: 7,
    selector: `Property[key.name=/^(?:take|skip)$/] > :matches(${FROM_OUTSIDE}).value`,
    message: 'take: -1 is no limit at all: a number that stands here, or one that was checked and has a name.',
  },
  {
    trap: 8,
    selector:
      "CallExpression[callee.property.name=/^(?:update|updateAll|insert|upsert)$/] Property > ArrowFunctionExpression.value:not([body.type='Literal'])",
    message: NO_RAW_VALUE,
  },
  {
    trap: 8,
    selector:
      'CallExpression[callee.property.name=/^(?:update|updateAll|insert|upsert)$/] Property > FunctionExpression.value',
    message: NO_RAW_VALUE,
  },
  {
    trap: 9,
    selector: 'Literal[value=/^simple-(?:array|json|enum)$/]',
    message: 'A simple-array falls apart at a comma in a value: JsonColumn keeps a list.',
  },
  {
    trap: 10,
    selector:
      "TemplateElement[value.raw=/json_(?:extract|each|tree|set)|jsonb|->>?\\s*(?:'|$)/i], Literal[value=/json_(?:extract|each|tree|set)\\s*\\(|jsonb|->>?\\s*'/i]",
    message: 'A path into JSON is SQL: what is searched for or sorted by has a column of its own.',
  },
  {
    trap: 15,
    selector:
      'Property[key.name=/^(?:synchronize|dropSchema|migrationsRun)$/]:not([value.value=false]), CallExpression[callee.property.name=/^(?:synchronize|dropDatabase)$/]',
    message: 'Tables are changed by a migration alone: synchronize drops columns with what is in them.',
  },
  {
    trap: 16,
    selector: `Program:has(CallExpression[callee.property.name=${ACT}]) > ImportDeclaration[importKind!='type'][source.value=${OUTSIDE}]`,
    message: NO_WAITING,
  },
  {
    trap: 16,
    selector: `CallExpression[callee.property.name=${ACT}] CallExpression[callee.name=${WAITS}]`,
    message: NO_WAITING,
  },
  {
    trap: 16,
    selector: `CallExpression[callee.property.name=${ACT}] NewExpression[callee.name='Promise']`,
    message: NO_WAITING,
  },
];

/** For everything in src but platform/database, which is the door. */
export const DATABASE_DOOR = [
  {
    trap: 6,
    selector: "CallExpression[callee.property.name='query']",
    message: 'Statements are written with sql`…`, read by database.read and run by execute (platform/database).',
  },
  {
    trap: 6,
    selector: `CallExpression[callee.property.name=/^read(?:One)?$/] > TemplateLiteral.arguments > ${MEMBER}`,
    message: NO_PASTING,
  },
  {
    trap: 6,
    selector: 'CallExpression[callee.property.name=/^read(?:One)?$/] > BinaryExpression.arguments',
    message: NO_PASTING,
  },
  {
    trap: 12,
    selector:
      "ImportDeclaration[source.value='typeorm'] ImportSpecifier[imported.name=/^(?:DataSource|Repository|QueryRunner)$/]",
    message: NO_SECOND_WAY,
  },
  {
    trap: 12,
    selector: "MemberExpression[object.property.name='dataSource']:not([property.name='entityMetadatas'])",
    message: NO_SECOND_WAY,
  },
  {
    trap: 12,
    selector: 'CallExpression[callee.property.name=/^(?:createQueryRunner|getRepository|withRepository)$/]',
    message: NO_SECOND_WAY,
  },
  {
    trap: 12,
    selector:
      "CallExpression[callee.property.name='transaction']:matches([callee.object.name='rows'], [callee.object.property.name='rows'])",
    message: 'Rows begin no act: it would miss the queue in which all acts stand. Only database.transaction does.',
  },
];

/** For controllers, too: they neither read nor write rows, so that no number from outside reaches a search unchecked. */
export const NO_ROWS = [
  {
    trap: 7,
    selector: "ImportDeclaration[source.value='typeorm']",
    message: 'A controller asks a service; what comes from outside reaches no search before it is checked.',
  },
];

/** The same as `no-restricted-syntax` takes it. */
export const restricted = (...lists) => lists.flat().map(({ selector, message }) => ({ selector, message }));
