#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/src/cli.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('hearsay is not built yet: run "npm run build" first (or "npm run demo", which does everything).');
  process.exitCode = 1;
}
