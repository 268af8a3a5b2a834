import { EventQueue } from "./event-queue";

/**
 * The time that all services read: real time plus what `POST /time` added. Nothing here uses a timer: due events run,
 * in time order, before each request is looked at, so that what a client sees is always up to date.
 */
export class Clock {
  private offset = 0;
  private running: number | undefined;
  private readonly queue = new EventQueue();

  /** Milliseconds since 1970; while an event runs, the time for which it was set. */
  now(): number {
    return this.running ?? Date.now() + this.offset;
  }

  at(time: number, action: () => void): () => void {
    const event = this.queue.add(time, action);
    return () => {
      event.cancelled = true;
    };
  }

  after(seconds: number, action: () => void): () => void {
    return this.at(this.now() + seconds * 1000, action);
  }

  turnTo(time: number): void {
    this.offset += time - this.now();
    this.catchUp();
  }

  catchUp(): void {
    const limit = this.now();
    for (let event = this.queue.takeDue(limit); event; event = this.queue.takeDue(limit)) {
      if (event.cancelled) continue;
      this.running = event.time;
      try {
        event.action();
      } finally {
        this.running = undefined;
      }
    }
  }

  reset(): void {
    this.offset = 0;
    this.queue.clear();
  }
}
