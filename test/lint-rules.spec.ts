import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../eslint.config.mjs';
import { DATABASE_DOOR, NO_ROWS, type TrapRule, TYPEORM_TRAPS } from '../eslint.typeorm.mjs';

const SERVICE = 'src/devices/lookup.service.ts';
const CONTROLLER = 'src/devices/lookup.controller.ts';
const DOOR = 'src/platform/database/lookup.ts';

/** The rules of this repository without those that need the types of the whole program. */
const QUICK = [
  ...config,
  {
    files: ['**/*.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, project: false } },
  },
] as Linter.Config[];
const linter = new Linter({ cwd: process.cwd() });

/** What the lint has against code as it would stand in that file. */
function objections(code: string, file = SERVICE): string[] {
  const found = linter.verify(code, QUICK, { filename: file });
  expect(found.filter(({ fatal }) => fatal)).toEqual([]);
  return found.flatMap(({ ruleId, message }) => (ruleId === 'no-restricted-syntax' ? [message] : []));
}

const RULES: readonly TrapRule[] = [...TYPEORM_TRAPS, ...DATABASE_DOOR, ...NO_ROWS];

const inAct = (line: string) => `await this.database.transaction(async (rows) => { ${line} });`;

/** A trap, a line of code, and the file in which it would stand. */
type Snippet = readonly [trap: number, code: string, file?: string];

/** Code that falls into a trap. */
const FALLS: readonly Snippet[] = [
  [1, 'await rows.findOneBy(Device, {});'],
  [1, 'await rows.findOne(Device, { where: {} });'],
  [1, 'await rows.findOne(Device, { where: [] });'],
  [1, 'await rows.findBy(Device, []);'],
  [1, 'await rows.findOneBy(Device, undefined);'],
  [1, 'await rows.findOneByOrFail(Device, {});'],
  [1, 'await rows.existsBy(Device, {});'],
  [1, 'await rows.update(Device, {}, { name });'],
  [1, 'await rows.delete(Device, []);'],
  [2, "import { Equal } from 'typeorm';"],
  [2, "import { In, Raw } from 'typeorm';"],
  [3, 'await rows.save(Device, body);'],
  [3, 'await rows.preload(Device, body);'],
  [3, 'class A { @OneToMany(() => B, (b) => b.a, { cascade: true }) b!: B[]; }'],
  [3, 'class A { @ManyToOne(() => B, { eager: true }) b!: B; }'],
  [4, 'class A { @Column({ select: false }) secretHash!: string; }'],
  [6, "rows.createQueryBuilder(Device, 'd').orderBy(sort).getMany();"],
  [6, 'builder.addOrderBy(query.sort);'],
  [6, 'await rows.query(`select ${sort}`);'],
  [6, 'await this.database.read(`select id from devices order by ${query.sort}`);'],
  [6, "await this.database.readOne('select id from devices order by ' + sort);"],
  [7, 'await rows.find(Device, { where, take: query.limit });'],
  [7, 'await rows.find(Device, { where, take: -1 });'],
  [7, 'await rows.find(Device, { where, skip: Number(offset) });'],
  [7, "import { EntityManager } from 'typeorm';", CONTROLLER],
  [8, 'await rows.update(Device, { id }, { version: () => step });'],
  [8, 'await rows.update(Device, { id }, { version: () => `version + ${step}` });'],
  [8, 'await rows.insert(Device, { name: function () { return name; } });'],
  [9, "class A { @Column('simple-array') aliases!: string[]; }"],
  [9, "class A { @Column({ type: 'simple-json' }) notes!: object; }"],
  [10, "const found = sql`select json_extract(notes, '$.a') from devices`;"],
  [10, "const found = sql`select notes->>'a' from devices`;"],
  [10, "const found = 'select notes::jsonb from devices';"],
  [12, "import { DataSource } from 'typeorm';"],
  [12, 'await rows.dataSource.manager.find(Device);'],
  [12, inAct('await this.database.rows.dataSource.transaction(work);')],
  [12, 'const runner = source.createQueryRunner();'],
  [12, 'const devices = rows.getRepository(Device);'],
  [12, 'await this.database.rows.transaction(work);'],
  [12, inAct('await rows.transaction(work);')],
  [15, 'const options = { synchronize: true };', DOOR],
  [15, 'const options = { synchronize: isNew };', DOOR],
  [15, 'await writer.synchronize();', DOOR],
  [15, 'await writer.dropDatabase();', DOOR],
  [16, `import { request } from 'undici'; ${inAct('await note(rows);')}`],
  [16, `import { lookup } from 'node:dns/promises'; ${inAct('await note(rows);')}`],
  [16, inAct('await fetch(address);')],
  [16, inAct('await wait(100);')],
  [16, 'await this.database.unseen(async (rows) => { setTimeout(done, 100); });'],
  [16, inAct('await new Promise((done) => emitter.once("end", done));')],
];

/** Code that looks like it and is none. */
const STANDS: readonly Snippet[] = [
  [1, 'await rows.findOneBy(Device, { id }); await rows.find(Key, { order: { id: "DESC" } }); hash.update(text);'],
  [1, 'const found = await this.devices.count({}, moment);'],
  [2, "import { In, IsNull, Not } from 'typeorm';"],
  [3, 'await rows.insert(Device, device); await rows.upsert(Entry, entry, ["deviceId", "at"]);'],
  [4, 'await rows.find(Document, { select: { id: true, title: true } });'],
  [6, 'await this.database.read(`select id from ${TABLES[thing]} where id = ?`, [id]);'],
  [6, 'await rows.query(text, [...values]);', DOOR],
  [7, 'await rows.find(Device, { where, order: { id: "ASC" }, take: limit });'],
  [8, 'await rows.update(Device, { id }, { version: () => "version + 1", name });'],
  [10, 'const long = "a -> b"; const found = sql`select id from devices where count > ${1}`;'],
  [12, 'const { entityMetadatas } = rows.dataSource; for (const each of rows.dataSource.entityMetadatas) see(each);'],
  [12, inAct('await this.database.transaction(work); await rows.insert(Device, device);')],
  [15, 'const options = { synchronize: false };', DOOR],
  [16, "import { setImmediate as nextTurn } from 'node:timers/promises'; await act(); await nextTurn();"],
  [16, `import type { Server } from 'node:http'; ${inAct('await note(rows);')}`],
];

const messagesOf = (trap: number) => RULES.filter((rule) => rule.trap === trap).map(({ message }) => message);
const named = (snippets: readonly Snippet[]) => snippets.map(([trap, code, file = SERVICE]) => ({ trap, code, file }));

describe('the lint', () => {
  it.each(named(FALLS))('keeps out of trap $trap: $code', ({ trap, code, file }) => {
    const said = objections(code, file);
    expect(messagesOf(trap).filter((message) => said.includes(message))).not.toEqual([]);
  });

  it.each(named(STANDS))('lets be what only looks like trap $trap: $code', ({ code, file }) => {
    expect(objections(code, file)).toEqual([]);
  });

  it.each([...RULES])('has for trap $trap no idle rule: $selector', ({ trap, selector }) => {
    const alone: Linter.Config[] = [
      { languageOptions: { parser: tseslint.parser } },
      { rules: { 'no-restricted-syntax': ['error', selector] } },
    ];
    const caught = FALLS.filter(([of, code]) => of === trap && linter.verify(code, alone).length > 0);
    expect(caught).not.toEqual([]);
  });

  it('has these rules for rooms, controllers and the door, and leaves tests their own ways', () => {
    const saving = 'await rows.save(Device, body);';
    expect([SERVICE, CONTROLLER, DOOR].map((file) => objections(saving, file).length)).toEqual([1, 1, 1]);
    expect(objections(saving, 'src/devices/lookup.spec.ts')).toEqual([]);
    expect(objections('await rows.query(text);', CONTROLLER)).toHaveLength(1);
  });
});
