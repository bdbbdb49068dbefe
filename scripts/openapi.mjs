/**
 * Writes the contract of the interface to docs/openapi.json, and what it says as types for a client in TypeScript; with
 * --check it only says whether both are up to date.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { build, install, ROOT } from './prepare.mjs';

const CONTRACT = join(ROOT, 'docs', 'openapi.json');
const TYPES = join(ROOT, 'test', 'fixtures', 'contract.d.ts');

async function contract() {
  const [{ ServedModule }, { SERVER_OPTIONS }, { contractOf }, { createAdapter }] = await Promise.all([
    import('../dist/src/served.module.js'),
    import('../dist/src/app.setup.js'),
    import('../dist/src/openapi.js'),
    import('../dist/src/platform/http/server.js'),
  ]);
  const app = await NestFactory.create(ServedModule, createAdapter(), { ...SERVER_OPTIONS, logger: false });
  const told = JSON.parse(JSON.stringify(contractOf(app)));
  await app.close();
  return told;
}

/** The contract without its words and examples, of which a type says nothing. */
function bare(part) {
  if (Array.isArray(part)) return part.map(bare);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([key, value]) => !isSaid(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

/** A member of a schema may be called like these as well; then it is an object. */
const isSaid = (key, value) =>
  key === 'example' ||
  key === 'headers' ||
  (WORDS.includes(key) && (typeof value !== 'object' || Array.isArray(value)));

const WORDS = ['description', 'summary', 'examples'];

const formatted = async (text, file) => format(text, { ...(await resolveConfig(file)), filepath: file });

install();
build();
const folder = mkdtempSync(join(tmpdir(), 'hearsay-contract-'));
process.env.DATABASE_URL = `sqlite:${join(folder, 'hearsay.sqlite')}`;
const told = await contract();
rmSync(folder, { recursive: true });
const files = [
  [CONTRACT, await formatted(JSON.stringify(told), CONTRACT)],
  [TYPES, await formatted(astToString(await openapiTypes(bare(told))), TYPES)],
];
for (const [file, text] of files) {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: run "npm run openapi".`);
    process.exitCode = 1;
  }
}
