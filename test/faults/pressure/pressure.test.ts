import assert from "node:assert/strict";
import { HostError } from "../../with/host/host-error";
import { withHost } from "../../with/host/with-host";
import type { Answer, Rule } from "../rules";
import { type Subject, subjects } from "../subjects";
import { World } from "../world";
import { many, placesFor } from "./many";
import { underPressure } from "./pressure";

const subject = (title: string): Subject => subjects.find((each) => each.title === title)!;

function tooMany(status: number, ...headers: string[]): Answer {
  return (socket) => {
    const lines = [`HTTP/1.1 ${status} Too Many`, "content-length: 2", "connection: close", ...headers, "", "{}"];
    socket.end(lines.join("\r\n"));
  };
}

const inTwoSeconds = () => `retry-after: ${new Date(Date.now() + 2_000).toUTCString()}`;

describe("a service that has too many requests", () => {
  let world: World;
  before(async () => {
    world = await World.open({ buildSeconds: 0.05 });
  });
  after(() => world?.close());

  async function create({ kind, args }: Subject, fault: Rule["fault"], more: object, config: object = {}) {
    await world.reset();
    return withHost({ config: { ...world.config(), ...config } }, async (host) => {
      const { inputs } = await host.check(kind, args);
      world.rules.add({ ...more, fault });
      const began = Date.now();
      const end = await host.create(kind, inputs).catch((error: HostError) => error);
      return { end, seconds: (Date.now() - began) / 1000, told: JSON.stringify(host.logs) };
    });
  }

  const ways: [string, string, () => Answer][] = [
    ["trove:Backup", "413 and seconds", () => tooMany(413, "retry-after: 1")],
    ["dds:Backup", "429 and a date", () => tooMany(429, inTwoSeconds())],
    ["geminidb:Backup", "429 and no word", () => tooMany(429)],
    ["serveravatar:Backup", "429 and seconds", () => tooMany(429, "retry-after: 1")],
  ];
  for (const [title, how, fault] of ways) {
    it(`${title}: ${how} are waited for, at every request, and told`, async () => {
      const { service, stands } = subject(title);
      const { end, told } = await create(subject(title), fault(), { service, times: 2 });
      assert.ok(!(end instanceof HostError), `${end}`);
      assert.match(told, /accepts no request for \d+ s \(rate limit\): waiting/);
      assert.equal(Object.keys(stands(await world.holdings())).length, 1);
    });

    it(`${title}: a wait that is longer than configured ends at once, and says so`, async () => {
      const { service, stands } = subject(title);
      const config = { "backup-plans:timeoutMinutes": "0.1" };
      const fault = tooMany(429, "retry-after: 60");
      const { end, seconds } = await create(subject(title), fault, { service, times: 100 }, config);
      assert.ok(end instanceof HostError);
      assert.match(end.message, /was not sent: .*rate limit.*customTimeouts or backup-plans:timeoutMinutes lengthens/);
      assert.equal(end.unfinished, undefined);
      assert.ok(seconds < 30, `${seconds}`);
      assert.deepEqual(stands(await world.holdings()), {});
    });
  }

  it("gets 24 resources of all services through a small budget, on a real engine, and none fails", async () => {
    const declared = many(6, "plan", "trove", "dds", "geminidb");
    const found = await underPressure(declared, {
      ...{ perMinute: 5, haste: 20, settings: placesFor(6) },
      config: { "backup-plans:pollSeconds": "0.5" },
    });
    assert.equal(found.code, 0, found.text);
    assert.deepEqual([found.stored, found.made], [24, 24]);
    const throttled = Object.values(found.requests).reduce((sum, each) => sum + each.throttled, 0);
    assert.ok(throttled > 0);
    assert.match(found.text, /accepts no request for/);
  });
});
