import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** A transaction: its rows, whether it may still be joined, the acts that still run in it, and the first that failed. */
interface Room {
  readonly rows: EntityManager;
  readonly acts: Set<Promise<unknown>>;
  /** What is done once it is committed. */
  readonly after: (() => void)[];
  /** What somebody has noted of what it has found out. */
  readonly books: Map<object, object>;
  open: boolean;
  /** Whether any of its acts changes what is read; one that does not is part of it unnoticed. */
  isSeen: boolean;
  failed?: { readonly error: unknown };
}

/** Runs one act in a transaction of its own: begins, commits if the act resolves, rolls back if it rejects. */
export type Begin = <T>(act: (rows: EntityManager) => Promise<T>) => Promise<T>;

/** What is done at the end of an act that changes what is read: made when it begins, run before it is committed. */
export type Sealing = (rows: EntityManager) => () => Promise<void>;

/**
 * Gives every act its transaction, one at a time, first come first served. So an act may look first and write then:
 * nothing changes in between.
 */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private running = 0;
  private readonly here = new AsyncLocalStorage<Room>();

  constructor(
    private readonly begin: Begin,
    private readonly sealing: Sealing,
    /** What every act that changes what is read ends with, as a part of it. */
    private readonly last: () => Promise<void>,
  ) {}

  /** How many transactions run or wait for their turn. */
  get length(): number {
    return this.running;
  }

  /** The rows of the transaction in which the caller stands; undefined outside of any, and once it has ended. */
  get rows(): EntityManager | undefined {
    const room = this.here.getStore();
    return room?.open ? room.rows : undefined;
  }

  /**
   * Runs an act, whole or not at all. Within another act it joins that one, which ends only after it, and fails if it
   * fails, even if the error is swallowed: half of an act is never kept. Work that an act left behind and that comes
   * here after the end of it has no part in it any more: it queues.
   *
   * @param isSeen whether it changes what anybody can read
   */
  run<T>(act: (rows: EntityManager) => Promise<T>, isSeen: boolean): Promise<T> {
    const room = this.here.getStore();
    if (room?.open) {
      room.isSeen ||= isSeen;
      return this.join(room, act);
    }
    const after: Room['after'] = [];
    const enter = (rows: EntityManager) =>
      this.enter({ rows, acts: new Set(), after, books: new Map(), open: true, isSeen }, act);
    const done = this.tail.then(() => this.begin(enter));
    this.tail = done.catch(nothing);
    this.running += 1;
    void done.then(() => after.forEach((each) => this.here.exit(each)), nothing).finally(() => this.leave());
    return done;
  }

  /** Does something once the transaction in which the caller stands is committed, and never if it is not; else at once. */
  afterwards(act: () => void): void {
    const room = this.here.getStore();
    if (room?.open) room.after.push(act);
    else act();
  }

  /** What somebody notes in the transaction in which the caller stands; outside of any a new book each time. */
  book<Book extends object>(owner: object, begin: () => Book): Book {
    const room = this.here.getStore();
    if (!room?.open) return begin();
    const known = room.books.get(owner) as Book | undefined;
    if (known) return known;
    const book = begin();
    room.books.set(owner, book);
    return book;
  }

  /** Runs what cannot stand in a transaction, when the acts before it have ended and before the next one begins. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.tail.then(work);
    this.tail = done.catch(() => undefined);
    return done;
  }

  /** Resolves when everything that queued before has ended. */
  async settled(): Promise<void> {
    await this.tail;
  }

  /** Once nothing runs or waits, nobody stands in a transaction: then no promise needs to be followed to where it began. */
  private leave(): void {
    this.running -= 1;
    if (this.running === 0) this.here.disable();
  }

  private async enter<T>(room: Room, act: (rows: EntityManager) => Promise<T>): Promise<T> {
    const seal = this.sealing(room.rows);
    const result = this.here.run(room, () => this.join(room, act));
    await ended(room);
    if (room.isSeen && !room.failed) await this.here.run(room, () => this.join(room, this.last)).catch(() => undefined);
    await ended(room);
    room.open = false;
    if (room.failed) throw room.failed.error;
    if (room.isSeen) await seal();
    return result;
  }

  private join<T>(room: Room, act: (rows: EntityManager) => Promise<T>): Promise<T> {
    const running = begun(act, room.rows);
    room.acts.add(running);
    running.then(
      () => room.acts.delete(running),
      (error: unknown) => {
        room.failed ??= { error };
        room.acts.delete(running);
      },
    );
    return running;
  }
}

/** An act that has begun; one that fails before it has anything to wait for has begun too. */
function begun<T>(act: (rows: EntityManager) => Promise<T>, rows: EntityManager): Promise<T> {
  try {
    return act(rows);
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Waits until whatever was begun in a transaction has ended, and what that has begun. */
async function ended(room: Room): Promise<void> {
  for (const each of room.acts) await each.catch(nothing);
}

const nothing = (): void => undefined;
