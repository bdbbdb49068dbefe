import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** A transaction: its rows, whether it may still be joined, the acts that run in it, and the first that failed. */
interface Room {
  readonly rows: EntityManager;
  readonly acts: Promise<unknown>[];
  open: boolean;
  failed?: { readonly error: unknown };
}

/** Runs one act in a transaction of its own: begins, commits if the act resolves, rolls back if it rejects. */
export type Begin = <T>(act: (rows: EntityManager) => Promise<T>) => Promise<T>;

/**
 * Gives every act its transaction, one at a time, first come first served. So an act may look first and write then:
 * nothing changes in between.
 */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private readonly here = new AsyncLocalStorage<Room>();

  constructor(private readonly begin: Begin) {}

  /** The rows of the transaction in which the caller stands; undefined outside of any, and once it has ended. */
  get rows(): EntityManager | undefined {
    const room = this.here.getStore();
    return room?.open ? room.rows : undefined;
  }

  /**
   * Runs an act, whole or not at all. Within another act it joins that one, which ends only after it, and fails if it
   * fails, even if the error is swallowed: half of an act is never kept. Work that an act left behind and that comes
   * here after the end of it has no part in it any more: it queues.
   */
  run<T>(act: (rows: EntityManager) => Promise<T>): Promise<T> {
    const room = this.here.getStore();
    if (room?.open) return this.join(room, act);
    const done = this.tail.then(() => this.begin((rows) => this.enter({ rows, acts: [], open: true }, act)));
    this.tail = done.catch(() => undefined);
    return done;
  }

  /** Resolves when everything that queued before has ended. */
  async settled(): Promise<void> {
    await this.tail;
  }

  private async enter<T>(room: Room, act: (rows: EntityManager) => Promise<T>): Promise<T> {
    const result = this.here.run(room, () => this.join(room, act));
    for (const each of room.acts) await each.catch(() => undefined);
    room.open = false;
    if (room.failed) throw room.failed.error;
    return result;
  }

  private join<T>(room: Room, act: (rows: EntityManager) => Promise<T>): Promise<T> {
    const running = this.attempt(room, act);
    room.acts.push(running);
    return running;
  }

  private async attempt<T>(room: Room, act: (rows: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await act(room.rows);
    } catch (error) {
      room.failed ??= { error };
      throw error;
    }
  }
}
