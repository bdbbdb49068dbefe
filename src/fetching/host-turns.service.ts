import { Injectable } from '@nestjs/common';

/** How many requests are under way at once. */
const MOST_AT_ONCE = 8;

/** Lets requests have their turns: one at a time to each host, eight in all. */
@Injectable()
export class HostTurns {
  private readonly hosts = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  /** Does something once it is its turn at a host. */
  take<T>(host: string, act: () => Promise<T>): Promise<T> {
    const before = this.hosts.get(host) ?? Promise.resolve();
    const turn = before.then(() => this.within(act));
    const ended = turn.then(
      () => undefined,
      () => undefined,
    );
    this.hosts.set(host, ended);
    void ended.then(() => {
      if (this.hosts.get(host) === ended) this.hosts.delete(host);
    });
    return turn;
  }

  private async within<T>(act: () => Promise<T>): Promise<T> {
    if (this.underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => void this.waiting.push(resolve));
    else this.underWay += 1;
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
