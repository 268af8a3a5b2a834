import assert from "node:assert/strict";
import { carryOut, type Write } from "../../../../provider/core/doubt/carry-out";
import { BackupError, DoubtfulError, ServiceError } from "../../../../provider/core/ground/errors";
import type { Context } from "../../../../provider/core/kind/context";
import { Deadline } from "../../../../provider/core/run/deadline";

const lost = new DoubtfulError("the connection broke");
const refused = new ServiceError("no such thing", 404, undefined, undefined);
const busy = new ServiceError("busy", 409, undefined, undefined);

function context(): Context & { warnings: string[] } {
  const warnings: string[] = [];
  const log = { warn: (text: string) => void warnings.push(text), progress: () => undefined };
  return { deadline: new Deadline(10_000), pollMilliseconds: 1, log, warnings } as never;
}

/** A write whose sendings end as listed, and whose looks find as listed. */
function write(sendings: (string | Error)[], looks: (string | Error | undefined)[], over: Partial<Write<string>> = {}) {
  const counted = { sent: 0, looked: 0 };
  const next = async <T>(from: (T | Error)[]): Promise<T> => {
    const value = from.length > 1 ? from.shift() : from[0];
    if (value instanceof Error) throw value;
    return value as T;
  };
  const plain: Write<string> = {
    what: "make it",
    send: (going) => {
      going.out();
      counted.sent++;
      return next(sendings);
    },
    look: () => {
      counted.looked++;
      return next<string | undefined>(looks);
    },
    isSentAgain: true,
    patience: () => 0,
    isBusy: (error) => error === busy,
    ...over,
  };
  return { plain, counted };
}

function noting() {
  const did: string[] = [];
  const note = {
    write: () => void did.push("write"),
    remove: () => void did.push("remove"),
    removeWhenTold: async () => void did.push("told"),
  };
  return { did, note };
}

describe("core: carryOut", () => {
  it("sends once, and looks at nothing, when the answer is plain", async () => {
    const { plain, counted } = write(["id"], [undefined]);
    assert.deepEqual(await carryOut(context(), plain), { done: "id" });
    assert.deepEqual(counted, { sent: 1, looked: 0 });
  });

  it("throws a refusal of what was never in doubt", async () => {
    const { plain, counted } = write([refused], [undefined]);
    await assert.rejects(carryOut(context(), plain), refused);
    assert.deepEqual(counted, { sent: 1, looked: 0 });
  });

  it("waits while the service is busy, and sends again", async () => {
    const { plain, counted } = write([busy, busy, "id"], [undefined]);
    assert.deepEqual(await carryOut(context(), plain), { done: "id" });
    assert.equal(counted.sent, 3);
  });

  it("looks after a doubt, and does not send what is there", async () => {
    const { plain, counted } = write([lost], ["there"]);
    const told = context();
    assert.deepEqual(await carryOut(told, plain), { done: "there" });
    assert.equal(counted.sent, 1);
    assert.match(told.warnings.join(), /the connection broke\. Looking/);
  });

  it("sends again what is surely not there, three times at most", async () => {
    const { plain, counted } = write([lost], [undefined]);
    assert.deepEqual(await carryOut(context(), plain), { doubt: lost, problem: lost });
    assert.equal(counted.sent, 3);
  });

  it("looks right before it sends again, and each time that it waited for the service to be free", async () => {
    const late = write([lost, "two"], [undefined, "one"]);
    assert.deepEqual(await carryOut(context(), late.plain), { done: "one" });
    assert.equal(late.counted.sent, 1);
    const own = write([lost, busy, "two"], [undefined, undefined, "one"]);
    assert.deepEqual(await carryOut(context(), own.plain), { done: "one" });
    assert.equal(own.counted.sent, 2, "what the service was busy with was ours");
  });

  it("loses nothing where the look after a wait for the service fails: what was refused as busy may have been delivered twice", async () => {
    const { plain, counted } = write([busy, "second"], [refused, "first"]);
    assert.deepEqual(await carryOut(context(), plain), { done: "first" });
    assert.deepEqual(counted, { sent: 1, looked: 2 });
    const blind = write([busy, "second"], [refused]);
    assert.match(
      `${(await carryOut(context(), blind.plain)).doubt?.message}`,
      /may have been carried out: no such thing/,
    );
  });

  it("never sends again where no look is sure", async () => {
    const { plain, counted } = write([lost], [undefined], { isSentAgain: false });
    assert.deepEqual(await carryOut(context(), plain), { doubt: lost, problem: lost });
    assert.equal(counted.sent, 1);
  });

  it("never sends again when the look fails", async () => {
    const failure = new BackupError("no answer either");
    const { plain, counted } = write([lost], [failure]);
    assert.deepEqual(await carryOut(context(), plain), { doubt: lost, problem: failure });
    assert.equal(counted.sent, 1);
  });

  it("takes a refusal after a doubt for no proof that nothing is there", async () => {
    const { plain } = write([lost, refused], [undefined, "there"]);
    assert.deepEqual(await carryOut(context(), plain), { done: "there" });
    const { plain: never } = write([lost, refused], [undefined]);
    assert.deepEqual(await carryOut(context(), never), { doubt: lost, problem: refused });
  });

  it("only looks for what an earlier run may have sent", async () => {
    const { plain, counted } = write(["second"], [undefined], { isSentAgain: false, sentBefore: lost });
    assert.deepEqual(await carryOut(context(), plain), { doubt: lost, problem: lost });
    assert.equal(counted.sent, 0);
  });

  it("remembers what it sends, and forgets what was refused, and a doubt that is told", async () => {
    const { did, note } = noting();
    await carryOut(context(), write(["id"], [undefined], { note }).plain);
    await assert.rejects(carryOut(context(), write([refused], [undefined], { note }).plain));
    await carryOut(context(), write([lost], [undefined], { note, isSentAgain: false }).plain);
    assert.deepEqual(did, ["write", "write", "remove", "write", "told"]);
  });

  it("remembers nothing while it waits to be sent, once more, too, but what an earlier sending may have done", async () => {
    const { did, note } = noting();
    let sendings = 0;
    const send: Write<string>["send"] = async (going) => {
      sendings++;
      assert.equal(did.at(-1) === "write", sendings === 2, "waits for its turn");
      going.out();
      going.notAccepted();
      going.out();
      if (sendings === 1) throw lost;
      return "id";
    };
    await carryOut(context(), { ...write([], [undefined], { note }).plain, send });
    assert.deepEqual(did, ["write", "remove", "write", "write", "write"]);
  });
});
