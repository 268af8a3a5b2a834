import assert from "node:assert/strict";
import { retryAfter, trafficTo } from "../../provider/core/traffic";

describe("core: retryAfter", () => {
  const now = Date.parse("2030-01-01T00:00:00Z");
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
      assert.equal(retryAfter(header, now), milliseconds));
  }
});

describe("core: trafficTo", () => {
  it("is shared by all who go to one address, and by nobody else", () => {
    const first = trafficTo("https://one.example", 2);
    assert.equal(trafficTo("https://one.example", 8), first);
    assert.notEqual(trafficTo("https://two.example", 2), first);
  });

  it("lets so many run at once, and one where none is allowed", async () => {
    for (const [concurrency, expected] of [
      [2, 2],
      [0, 1],
    ] as const) {
      const { limit } = trafficTo(`https://${concurrency}.example`, concurrency);
      let [running, most] = [0, 0];
      const act = async () => {
        most = Math.max(most, ++running);
        await new Promise((done) => setTimeout(done, 1));
        running--;
      };
      await Promise.all(Array.from({ length: 10 }, () => limit(act)));
      assert.equal(most, expected);
    }
  });
});
