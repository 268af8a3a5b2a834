import assert from "node:assert/strict";
import { ServiceError } from "../../../../provider/core/ground/errors";
import { SharedLogins } from "../../../../provider/core/http/shared-logins";

function attempt<T>(enter: () => Promise<T>, passed = false) {
  return { enter, deadline: { passed } };
}

describe("core: SharedLogins", () => {
  function doorkeeper() {
    let entered = 0;
    const enter = attempt(async () => ({ token: `t${++entered}` }));
    return { logins: new SharedLogins<{ token: string }>(({ token }) => token), enter, count: () => entered };
  }

  it("enters once for an account, whoever asks meanwhile, and once for another", async () => {
    const { logins, enter, count } = doorkeeper();
    const all = await Promise.all([logins.session("a", enter), logins.session("a", enter), logins.session("b", enter)]);
    assert.deepEqual([all.map(({ token }) => token), count()], [["t1", "t1", "t2"], 2]);
  });

  it("keeps no login that failed", async () => {
    const { logins, enter } = doorkeeper();
    await assert.rejects(
      logins.session(
        "a",
        attempt(() => Promise.reject(new Error("no"))),
      ),
      /^Error: no$/,
    );
    assert.equal((await logins.session("a", enter)).token, "t1");
  });

  it("enters once more for all who come with the same refused token, at once and later", async () => {
    const { logins, enter, count } = doorkeeper();
    const { token } = await logins.session("a", enter);
    const renewed = await Promise.all([1, 2, 3].map(() => logins.renew("a", token, enter)));
    renewed.push(await logins.renew("a", token, enter));
    assert.deepEqual([renewed.map((each) => each.token), count()], [["t2", "t2", "t2", "t2"], 2]);
  });

  it("fails for whoever had no time left, and for nobody else who waited", async () => {
    const { logins, enter, count } = doorkeeper();
    const late = attempt(() => Promise.reject(new Error("no time left")), true);
    const all = await Promise.allSettled([
      logins.session("a", late),
      logins.session("a", late),
      logins.session("a", enter),
      logins.session("a", enter),
    ]);
    assert.deepEqual(
      all.map(({ status }) => status),
      ["rejected", "rejected", "fulfilled", "fulfilled"],
    );
    assert.ok(count() <= 2, `${count()}`);
    assert.equal((await logins.session("b", enter)).token, `t${count()}`);
  });

  it("is tried by nobody whose own time is over", async () => {
    const { logins, enter, count } = doorkeeper();
    const failing = attempt(() => Promise.reject(new Error("no answer")));
    const waiting = [logins.session("a", failing), logins.session("a", { ...enter, deadline: { passed: true } })];
    await Promise.allSettled(waiting);
    await assert.rejects(waiting[1]!, /^Error: no answer$/);
    assert.equal(count(), 0);
  });

  it("is refused once for all who wait", async () => {
    const { logins } = doorkeeper();
    let asked = 0;
    const refused = attempt(() => {
      asked += 1;
      return Promise.reject(new ServiceError("no such user", 401, undefined, undefined));
    });
    const all = await Promise.allSettled([1, 2, 3].map(() => logins.session("a", refused)));
    assert.deepEqual([all.map(({ status }) => status), asked], [["rejected", "rejected", "rejected"], 1]);
  });
});
