export interface TimedEvent {
  readonly time: number;
  readonly order: number;
  readonly action: () => void;
  cancelled: boolean;
}

/** A binary heap: earliest time first, and at one time in the order in which they were added. */
export class EventQueue {
  private heap: TimedEvent[] = [];
  private added = 0;

  add(time: number, action: () => void): TimedEvent {
    const event = { time, order: this.added++, action, cancelled: false };
    this.heap.push(event);
    this.rise(this.heap.length - 1);
    return event;
  }

  /** Takes the earliest event out when it is due by `limit`. */
  takeDue(limit: number): TimedEvent | undefined {
    const first = this.heap[0];
    if (!first || first.time > limit) return undefined;
    const last = this.heap.pop()!;
    if (last !== first) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  clear(): void {
    this.heap = [];
  }

  private rise(index: number): void {
    let child = index;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(index: number): void {
    let parent = index;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === parent) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [left, right] = [this.heap[a]!, this.heap[b]!];
    return left.time === right.time ? left.order < right.order : left.time < right.time;
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
