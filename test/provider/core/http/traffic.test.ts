import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Settings } from "../../../../provider/core/configuration/settings";
import { retryAfter, Traffic, trafficTo } from "../../../../provider/core/http/traffic";
import { Run } from "../../../../provider/core/run/run";

describe("core: retryAfter", () => {
  const date = "Tue, 01 Jan 2030 00:00:00 GMT";
  const headers: [string | undefined, number | undefined][] = [
    [undefined, undefined],
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["1.5", 1_500],
    ["Tue, 01 Jan 2030 00:00:30 GMT", 30_000],
    ["Mon, 31 Dec 2029 23:59:30 GMT", 0],
    ["soon", undefined],
    ["", undefined],
  ];
  for (const [header, milliseconds] of headers) {
    it(`reads ${JSON.stringify(header)} as ${milliseconds} ms`, () =>
      assert.equal(retryAfter({ "retry-after": header, date }), milliseconds));
  }
});

describe("core: retryAfter, without the date of its answer", () => {
  it("goes by our own clock", () => {
    for (const date of [undefined, "", "today"]) {
      const header = new Date(Date.now() + 60_000).toUTCString();
      const milliseconds = retryAfter({ "retry-after": header, date }) ?? 0;
      assert.ok(milliseconds > 50_000 && milliseconds <= 60_000, `${milliseconds}`);
    }
  });
});

describe("core: trafficTo", () => {
  const of = (run: Run, concurrency: number) => ({
    run,
    settings: new Settings(new Map([["backup-plans:concurrency", `${concurrency}`]]) as never),
  });

  it("is shared by all who go to one address in one run, and by nobody else", () => {
    const run = new Run();
    const first = trafficTo(of(run, 2), "https://one.example");
    assert.equal(trafficTo(of(run, 8), "https://one.example"), first);
    assert.notEqual(trafficTo(of(run, 2), "https://two.example"), first);
    assert.notEqual(trafficTo(of(new Run(), 2), "https://one.example"), first);
  });

  it("lets so many run at once", async () => {
    for (const [concurrency, expected] of [
      [2, 2],
      [1, 1],
    ] as const) {
      const traffic = trafficTo(of(new Run(), concurrency), "https://one.example");
      let [running, most] = [0, 0];
      const act = async () => {
        most = Math.max(most, ++running);
        await new Promise((done) => setTimeout(done, 1));
        running--;
      };
      await Promise.all(Array.from({ length: 10 }, () => traffic.turn(10_000, act)));
      assert.equal(most, expected);
    }
  });
});

describe("core: Traffic", () => {
  const traffic = new Traffic(4);
  const now = async () => "done";

  it("waits for a turn longer than a timer can", async () => {
    const one = new Traffic(1);
    const held = one.turn(1_000, () => sleep(30));
    assert.deepEqual(await one.turn(2 ** 31, now), { taken: "done" });
    await held;
  });

  it("takes no turn while the service wants none, and says how long that is", async () => {
    traffic.refused(Date.now(), 300);
    assert.ok(traffic.wait > 200 && traffic.wait <= 500, `${traffic.wait}`);
    assert.equal(await traffic.turn(1_000, now), "unwanted");
    await sleep(traffic.wait + 5);
    assert.deepEqual(await traffic.turn(1_000, now), { taken: "done" });
  });

  it("counts what was refused at the same time once, and what is refused again anew", async () => {
    const fresh = new Traffic(4);
    const sentAt = Date.now();
    for (let each = 0; each < 4; each++) fresh.refused(sentAt, undefined);
    assert.ok(fresh.wait <= 500, `${fresh.wait}`);
    fresh.refused(sentAt + 600, undefined);
    assert.ok(fresh.wait > 500 && fresh.wait <= 1_000, `${fresh.wait}`);
    fresh.accepted(sentAt + 10_000);
    fresh.refused(sentAt + 20_000, undefined);
    assert.ok(fresh.wait <= 1_000, `${fresh.wait}`);
  });

  it("does not take a service at its word that refuses again at once", () => {
    const fresh = new Traffic(4);
    fresh.refused(Date.now(), 0);
    assert.ok(fresh.wait > 200, `${fresh.wait}`);
  });

  it("goes on one by one after a refusal, and beside each other again as the service takes them", async () => {
    const fresh = new Traffic(4);
    fresh.refused(Date.now() - 1, 0);
    await sleep(fresh.wait + 5);
    const widths: number[] = [];
    let running = 0;
    const act = async () => {
      const at = Date.now();
      widths.push(++running);
      await sleep(5);
      running--;
      fresh.accepted(at);
    };
    await Promise.all(Array.from({ length: 20 }, () => fresh.turn(10_000, act)));
    assert.deepEqual([widths[0], Math.max(...widths)], [1, 4]);
  });

  it("ends a wait for a turn that does not come, and does not send then", async () => {
    const fresh = new Traffic(1);
    let sent = 0;
    const long = fresh.turn(1_000, () => sleep(100));
    const late = await fresh.turn(20, async () => sent++);
    assert.equal(late, "late");
    await long;
    await fresh.turn(1_000, now);
    assert.equal(sent, 0);
  });
});
