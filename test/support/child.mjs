import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { transformSync } from '@swc/core';

// Runs a TypeScript file of the tests in a process of its own: node child.mjs <file> <arguments>, compiled as Jest does.
const OPTIONS = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename }).code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) =>
  parent?.filename.endsWith('.ts') && /^\..*\.js$/.test(request)
    ? resolve(request.replace(/\.js$/, '.ts'), parent, ...rest)
    : resolve(request, parent, ...rest);

createRequire(import.meta.url)(process.argv[2]);
