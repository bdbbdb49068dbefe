/** Writes the contract of the interface to docs/openapi.json; with --check it only says whether that is up to date. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { format, resolveConfig } from 'prettier';
import { build, install, ROOT } from './prepare.mjs';

const FILE = join(ROOT, 'docs', 'openapi.json');

async function contract() {
  const [{ AppModule }, { SERVER_OPTIONS }, { contractOf }, { createAdapter }] = await Promise.all([
    import('../dist/src/app.module.js'),
    import('../dist/src/app.setup.js'),
    import('../dist/src/openapi.js'),
    import('../dist/src/platform/http/server.js'),
  ]);
  const app = await NestFactory.create(AppModule, createAdapter(), { ...SERVER_OPTIONS, logger: false });
  const told = JSON.stringify(contractOf(app));
  await app.close();
  return format(told, { ...(await resolveConfig(FILE)), filepath: FILE });
}

install();
build();
const folder = mkdtempSync(join(tmpdir(), 'hearsay-contract-'));
process.env.DATABASE_URL = `sqlite:${join(folder, 'hearsay.sqlite')}`;
const told = await contract();
rmSync(folder, { recursive: true });
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, told);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== told) {
  console.error('docs/openapi.json is out of date: run "npm run openapi".');
  process.exitCode = 1;
}
