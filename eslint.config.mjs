import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { DATABASE_DOOR, NO_ROWS, restricted, TYPEORM_TRAPS } from './eslint.typeorm.mjs';

/** The rooms, oldest first: a room imports only from rooms to its left (docs/decisions/0003). */
const ROOMS = [
  'engine',
  'platform',
  'fetching',
  'access',
  'events',
  'audit',
  'companies',
  'devices',
  'sources',
  'rumors',
  'evidence',
  'statements',
  'resolutions',
  'proposals',
  'assessments',
  'calibration',
  'identity',
  'search',
  'ingestion',
  'importing',
  'review',
  'subscriptions',
  'refresh',
  'webhooks',
  'alerts',
  'outputs',
  'digests',
  'erasing',
  'upkeep',
  'demo',
  'dashboard',
  'cli',
];

const unknown = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !ROOMS.includes(entry.name))
  .map((entry) => entry.name);
if (unknown.length > 0) throw new Error(`src/${unknown[0]} has no place in the order of rooms (eslint.config.mjs)`);

const CLOCK = [
  { object: 'Date', property: 'now', message: 'Only platform/clock.ts reads the time.' },
  { object: 'process', property: 'env', message: 'Only platform/settings.ts reads the environment.' },
];
const NO_NOW = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Only platform/clock.ts reads the time.',
};
const NO_TYPE_DTO = {
  selector: "ImportDeclaration[importKind='type'] ImportSpecifier[imported.name=/Dto$/]",
  message: 'A DTO imported as a type is silently not validated.',
};
const NO_CONVERSION = {
  selector: "Property[key.name='enableImplicitConversion']",
  message: 'Implicit conversion reads "false" as true.',
};
/** What reads a text as something that it does not say, and what guards everything but the routes that come later. */
const NO_TRAP = {
  selector: 'ImportSpecifier[imported.name=/^(?:ParseIntPipe|ParseFloatPipe|ParseBoolPipe|IsUrl|IsNumberString)$/]',
  message: 'It takes 99999999999999999999 for a number or ftp://127.0.0.1 for an address: use parameters.ts.',
};
const NO_GLOBAL_BY_HAND = {
  selector: 'CallExpression[callee.property.name=/^useGlobal(?:Guards|Pipes|Filters|Interceptors)$/]',
  message: 'What stands before every route is provided by a module (APP_GUARD …), so that tests have it too.',
};
const NO_RANDOM = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'The engine is pure: no randomness.',
};

/** What is wrong wherever it stands, and what is so in the program. */
const ANYWHERE = [NO_NOW, NO_CONVERSION, NO_TRAP, NO_GLOBAL_BY_HAND];
const IN_PROGRAM = [...ANYWHERE, ...restricted(TYPEORM_TRAPS, DATABASE_DOOR)];

/** What goes out to others; what only listens, or reads an address, does not. */
const WAYS_OUT = {
  regex: '^(?:undici|(?:node:)?(?:https?|http2|net|tls|dns|dgram)(?:/promises)?)$',
  allowImportNamePattern: '^(?:STATUS_CODES|isIP|isIPv[46]|BlockList|Socket|createServer|Server)$',
  message: 'Only platform/outbound goes out: ask its Outbound.',
};
const NO_FETCH = [
  'error',
  { name: 'fetch', message: WAYS_OUT.message },
  { name: 'WebSocket', message: WAYS_OUT.message },
];

const orderOfRooms = ROOMS.map((room, index) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ROOMS.slice(index + 1).map((younger) => `**/${younger}/**`),
            message: `${room} comes before that room; a room imports only from rooms to its left.`,
          },
          { group: ['**/../main.js', '**/../cli.js', '**/../app.*.js'], message: 'src/*.ts alone sees all rooms.' },
          ...(room === 'platform' ? [] : [WAYS_OUT]),
        ].filter((pattern) => pattern.group?.length !== 0),
      },
    ],
  },
}));

/** The platform minds the order of rooms, and goes out by its one door. */
const onePlatformDoor = orderOfRooms
  .filter(({ files }) => files.some((file) => file.startsWith('src/platform/')))
  .map(({ files, rules }) => {
    const [level, { patterns }] = rules['no-restricted-imports'];
    const withDoor = [level, { patterns: [...patterns, WAYS_OUT] }];
    return { files, ignores: ['src/platform/outbound/**'], rules: { 'no-restricted-imports': withDoor } };
  });

/** The engine sees itself alone, and a part of it another only through its door. */
const pureEngine = {
  files: ['src/engine/**/*.ts'],
  ignores: ['src/engine/**/*.spec.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^[^.]', message: 'The engine imports nothing from outside itself.' },
          { regex: '^(\\.\\./){2,}', message: 'The engine imports nothing from outside itself.' },
          { regex: '^\\.\\./[a-z]+/(?!index\\.js$)', message: 'A part of the engine is entered by its index.ts.' },
        ],
      },
    ],
    'no-restricted-globals': ['error', 'process', 'console', 'setTimeout', 'setInterval', 'fetch', 'performance'],
    'no-restricted-syntax': ['error', NO_NOW, NO_RANDOM],
  },
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'data/**', 'test/fixtures/contract.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-properties': ['error', ...CLOCK],
      'no-restricted-syntax': ['error', ...ANYWHERE],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...IN_PROGRAM] } },
  {
    files: ['src/platform/database/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ANYWHERE, ...restricted(TYPEORM_TRAPS)] },
  },
  {
    files: ['src/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [WAYS_OUT] }] },
  },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/platform/outbound/**'], rules: { 'no-restricted-globals': NO_FETCH } },
  ...orderOfRooms,
  ...onePlatformDoor,
  pureEngine,
  {
    files: ['src/**/*.controller.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...IN_PROGRAM, NO_TYPE_DTO, ...restricted(NO_ROWS)] },
  },
  {
    files: ['src/platform/clock.ts', 'src/platform/settings.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // What a server answers is what its test expects of it.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
