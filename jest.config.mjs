import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that ship as ES modules only: Jest on Node 20 cannot load these, so they are compiled for it. */
function esmOnlyPackages(folder) {
  const found = [];
  const look = (name) => {
    let manifest;
    try {
      manifest = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
    } catch {
      return;
    }
    if (manifest.type === 'module') found.push(name);
  };
  for (const name of readdirSync(folder)) {
    if (name.startsWith('@')) for (const inner of readdirSync(join(folder, name))) look(`${name}/${inner}`);
    else look(name);
  }
  return found;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const esmOnly = esmOnlyPackages(join(import.meta.dirname, 'node_modules'))
  .map(escape)
  .join('|');

const swc = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', keepClassNames: true, parser, transform },
  },
];

const TYPESCRIPT = {
  legacyDecorator: true,
  decoratorMetadata: true,
  react: { runtime: 'automatic', importSource: 'preact' },
};

/** Everything is compiled to CommonJS for the tests; no Node flag is needed (docs/decisions/0002). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }, TYPESCRIPT),
    '^.+\\.tsx$': swc({ syntax: 'typescript', decorators: true, tsx: true }, TYPESCRIPT),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmOnly})/)`],
  maxWorkers: '100%',
  // Each suite loads the whole program anew; a worker that has grown is replaced before it only collects garbage.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 180_000,
};
