import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

// Runs a TypeScript file of the tests in a process of its own: node child.mjs <file> <arguments>, compiled as Jest does.
const optionsOf = (tsx) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
});

const compiledBy = (options) => (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};
Module._extensions['.ts'] = compiledBy(optionsOf(false));
Module._extensions['.tsx'] = compiledBy(optionsOf(true));

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) => {
  if (!/\.tsx?$/.test(parent?.filename ?? '') || !/^\..*\.js$/.test(request)) return resolve(request, parent, ...rest);
  const source = join(dirname(parent.filename), request.slice(0, -'.js'.length));
  return resolve(`${source}${existsSync(`${source}.tsx`) ? '.tsx' : '.ts'}`, parent, ...rest);
};

createRequire(import.meta.url)(process.argv[2]);
