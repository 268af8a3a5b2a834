import assert from "node:assert/strict";
import * as fc from "fast-check";
import { EventQueue } from "./event-queue";

describe("emulator: EventQueue", () => {
  it("gives the events that are due, the earliest first, and equal ones in the order in which they were added", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, limit) => {
        const queue = new EventQueue();
        const ran: number[] = [];
        for (const [nth, time] of times.entries()) queue.add(time, () => ran.push(nth));
        for (let event = queue.takeDue(limit); event; event = queue.takeDue(limit)) event.action();
        const due = [...times.keys()].filter((nth) => times[nth]! <= limit);
        assert.deepEqual(
          ran,
          due.sort((one, other) => times[one]! - times[other]!),
        );
      }),
    );
  });
});
