import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../eslint.config.mjs';

const RULES = [
  ...config,
  {
    files: ['**/*.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, project: false } },
  },
] as Linter.Config[];
const linter = new Linter({ cwd: process.cwd() });

const saysSo = (code: string, file: string): boolean =>
  linter
    .verify(code, RULES, { filename: file })
    .some(({ message }) => message.includes('Only platform/outbound goes out'));

const WAYS = [
  "import { request } from 'undici';",
  "import { get } from 'node:https';",
  "import http from 'http';",
  "import { connect } from 'node:net';",
  "import { lookup } from 'node:dns/promises';",
  "await fetch('http://127.0.0.1');",
  "new WebSocket('ws://127.0.0.1');",
];

describe('the lint', () => {
  it.each(WAYS)('knows one way out, and this is none: %s', (code) => {
    for (const file of ['src/devices/a.service.ts', 'src/platform/http/a.ts', 'src/fetching/a.ts', 'src/a.ts'])
      expect({ file, found: saysSo(code, file) }).toEqual({ file, found: true });
    expect(saysSo(code, 'src/platform/outbound/a.ts')).toBe(false);
  });

  it('lets the server listen, and addresses be read', () => {
    expect(saysSo("import { STATUS_CODES } from 'node:http'; import { isIP } from 'node:net';", 'src/a.ts')).toBe(
      false,
    );
  });
});
