import { Injectable } from '@nestjs/common';

/** Is rung by every act of this process that has told of something, once it is committed. */
@Injectable()
export class Bell {
  private readonly listeners = new Set<() => void>();

  /** Tells everybody who listens that there is news. */
  ring(): void {
    for (const listener of this.listeners) listener();
  }

  /** Listens from now on; what it returns ends that. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
