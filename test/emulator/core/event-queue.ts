interface TimedEvent {
  readonly time: number;
  readonly action: () => void;
  cancelled: boolean;
}

/** The events to come: earliest time first, and at one time in the order in which they were added. */
export class EventQueue {
  private events: TimedEvent[] = [];

  add(time: number, action: () => void): TimedEvent {
    const event = { time, action, cancelled: false };
    let [from, to] = [0, this.events.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.events[middle]!.time <= time) from = middle + 1;
      else to = middle;
    }
    this.events.splice(from, 0, event);
    return event;
  }

  /** Takes the earliest event out when it is due by `limit`. */
  takeDue(limit: number): TimedEvent | undefined {
    const [first] = this.events;
    return first && first.time <= limit ? this.events.shift() : undefined;
  }

  clear(): void {
    this.events = [];
  }
}
