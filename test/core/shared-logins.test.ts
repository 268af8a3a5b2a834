import assert from "node:assert/strict";
import { SharedLogins } from "../../provider/core/shared-logins";

describe("core: SharedLogins", () => {
  function doorkeeper() {
    let entered = 0;
    const enter = async () => ({ token: `t${++entered}` });
    return { logins: new SharedLogins<{ token: string }>(({ token }) => token), enter, count: () => entered };
  }

  it("enters once for an account, whoever asks meanwhile, and once for another", async () => {
    const { logins, enter, count } = doorkeeper();
    const all = await Promise.all([logins.session("a", enter), logins.session("a", enter), logins.session("b", enter)]);
    assert.deepEqual([all.map(({ token }) => token), count()], [["t1", "t1", "t2"], 2]);
  });

  it("enters once more for all who come with the same refused token", async () => {
    const { logins, enter, count } = doorkeeper();
    const { token } = await logins.session("a", enter);
    const renewed = [await logins.renew("a", token, enter), await logins.renew("a", token, enter)];
    assert.deepEqual([renewed.map((each) => each.token), count()], [["t2", "t2"], 2]);
  });

  it("keeps no login that failed", async () => {
    const { logins, enter } = doorkeeper();
    await assert.rejects(
      logins.session("a", () => Promise.reject(new Error("no"))),
      /^Error: no$/,
    );
    assert.equal((await logins.session("a", enter)).token, "t1");
  });
});
