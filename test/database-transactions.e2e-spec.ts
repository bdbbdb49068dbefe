import { Company } from '../src/companies/company.entity.js';
import { Database } from '../src/platform/database/database.js';
import { addCompany } from './support/companies.js';
import { DATABASES, emptyDatabase, SCHEMA } from './support/databases.js';

const pause = () => new Promise((resolve) => setImmediate(resolve));
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe.each(DATABASES)('an act on %s', (dialect) => {
  let database: Database;
  beforeEach(async () => {
    database = await Database.open(await emptyDatabase(dialect), SCHEMA, { migrate: false });
  });
  afterEach(() => database.close());

  const slugs = async () => {
    const rows = await database.read<{ slug: string }>('select slug from companies order by slug');
    return rows.map(({ slug }) => slug);
  };

  it('is kept whole or not at all, among 500 at once of which every fifth fails', async () => {
    const acts = Array.from({ length: 500 }, (_, number) =>
      database.transaction(async (rows) => {
        await addCompany(rows, `${number}-a`);
        if (number % 7 === 0) await pause();
        if (number % 5 === 0) throw new Error('refused');
        await addCompany(rows, `${number}-b`);
      }),
    );
    let dirty = 0;
    const watching = { on: true };
    const watch = (async () => {
      while (watching.on) {
        const [seen] = await database.read<{ odd: number }>(
          `select count(*) as odd from companies a where slug like '%-a'
             and not exists (select 1 from companies b where b.slug = replace(a.slug, '-a', '-b'))`,
        );
        dirty += seen?.odd ?? 0;
        await pause();
      }
    })();
    const outcomes = await Promise.allSettled(acts);
    watching.on = false;
    await watch;
    const acknowledged = outcomes.flatMap(({ status }, number) => (status === 'fulfilled' ? [number] : []));
    expect(acknowledged).toHaveLength(400);
    expect(await slugs()).toEqual(acknowledged.flatMap((number) => [`${number}-a`, `${number}-b`]).sort());
    expect(dirty).toBe(0);
  });

  it('waits for the one before it, whose failure takes nothing of its own with it', async () => {
    const { open, opened } = gate();
    const first = database.transaction(async (rows) => {
      await addCompany(rows, 'first');
      await opened;
      throw new Error('refused');
    });
    const second = database.transaction((rows) => addCompany(rows, 'second'));
    open();
    await expect(first).rejects.toThrow('refused');
    await second;
    expect(await slugs()).toEqual(['second']);
  });

  it('does afterwards what is no part of it: once it is committed, and never if it fails', async () => {
    const seen: string[] = [];
    const look = (name: string) => () => {
      void database.transaction((rows) => addCompany(rows, name)).then(() => seen.push(name));
    };
    await database.transaction(async (rows) => {
      database.afterwards(look('after-act'));
      await database.transaction(() => Promise.resolve(database.afterwards(look('after-inner'))));
      await pause();
      expect(seen).toEqual([]);
      await addCompany(rows, 'act');
    });
    const failed = database.transaction(() => {
      database.afterwards(look('never'));
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    database.afterwards(look('at-once'));
    await database.transaction(() => Promise.resolve()); // whatever queued before it has ended
    await pause();
    expect(seen).toEqual(['after-act', 'after-inner', 'at-once']);
    expect(await slugs()).toEqual(['act', 'after-act', 'after-inner', 'at-once']);
  });

  it('sees what it wrote itself, while others see what is committed', async () => {
    const { open, opened } = gate();
    const seen = gate();
    const act = database.transaction(async (rows) => {
      await addCompany(rows, 'mine');
      expect(await slugs()).toEqual(['mine']);
      expect(await database.rows.countBy(Company, { slug: 'mine' })).toBe(1);
      seen.open();
      await opened;
    });
    await seen.opened;
    expect(await slugs()).toEqual([]);
    expect(await database.rows.countBy(Company, { slug: 'mine' })).toBe(0);
    open();
    await act;
    expect(await slugs()).toEqual(['mine']);
  });

  it('takes the acts within it along when it fails', async () => {
    const outer = database.transaction(async () => {
      await database.transaction((rows) => addCompany(rows, 'inner'));
      throw new Error('refused');
    });
    await expect(outer).rejects.toThrow('refused');
    expect(await slugs()).toEqual([]);
  });

  it('fails with an act within it, even if it swallows the error', async () => {
    const outer = database.transaction(async (rows) => {
      await addCompany(rows, 'outer');
      const inner = database.transaction(async (same) => {
        await addCompany(same, 'inner');
        throw new Error('half done');
      });
      await inner.catch(() => undefined);
    });
    await expect(outer).rejects.toThrow('half done');
    expect(await slugs()).toEqual([]);
  });

  it('ends only after an act within it that nobody waited for', async () => {
    await database.transaction(async (rows) => {
      void database.transaction(async (same) => {
        await addCompany(same, 'forgotten-a');
        await pause();
        await addCompany(same, 'forgotten-b');
      });
      await addCompany(rows, 'outer');
    });
    expect(await slugs()).toEqual(['forgotten-a', 'forgotten-b', 'outer']);
  });

  it('has no part in what it left behind and what comes back after its end: that queues', async () => {
    const { open, opened } = gate();
    let late = Promise.resolve();
    let seen: Promise<string[]> = Promise.resolve([]);
    await database.transaction(async (rows) => {
      late = opened.then(() => database.transaction((own) => addCompany(own, 'late')));
      seen = opened.then(slugs);
      await addCompany(rows, 'outer');
    });
    const failing = database.transaction(async (rows) => {
      await addCompany(rows, 'failing');
      open();
      expect(await seen).toEqual(['outer']);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await late;
    expect(await slugs()).toEqual(['late', 'outer']);
  });

  it('is not taken for kept when it swallowed the error of a statement and the database undid it', async () => {
    await database.transaction((rows) => addCompany(rows, 'taken'));
    const act = database.transaction(async (rows) => {
      await addCompany(rows, 'new');
      await addCompany(rows, 'taken').catch(() => undefined);
    });
    const [outcome] = await Promise.allSettled([act]);
    expect(await slugs()).toEqual(outcome.status === 'fulfilled' ? ['new', 'taken'] : ['taken']);
  });

  it('leaves the next one a transaction of its own when the database ended its', async () => {
    const statement = "insert or rollback into companies select * from companies where slug = 'taken'";
    await database.transaction((rows) => addCompany(rows, 'taken'));
    const undone = database.transaction(async (rows) => {
      await addCompany(rows, 'undone');
      await (dialect === 'sqlite' ? rows.query(statement) : rows.query('select 1 / 0'));
    });
    await expect(undone).rejects.toThrow();
    const refused = database.transaction(async (rows) => {
      await addCompany(rows, 'refused');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await database.transaction((rows) => addCompany(rows, 'kept'));
    expect(await slugs()).toEqual(['kept', 'taken']);
  });

  it('is ended before the database closes', async () => {
    const url = await emptyDatabase(dialect);
    const closing = await Database.open(url, SCHEMA, { migrate: false });
    const act = closing.transaction((rows) => addCompany(rows, 'last'));
    await closing.close();
    await act;
    const again = await Database.open(url, SCHEMA, { migrate: false });
    expect(await again.readOne('select slug from companies')).toEqual({ slug: 'last' });
    await again.close();
  });
});
