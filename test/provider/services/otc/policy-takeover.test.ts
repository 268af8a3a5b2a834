import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../provider/core/ground/unknowns";
import { checked, validOf } from "../../../kinds/asked";
import { written } from "../../../kinds/case";
import { kinds } from "../../../kinds/kinds";
import { otcPolicies } from "../../../kinds/otc/services";
import { ownerNamed } from "../../../with/host/host";
import { allowIn } from "../../../with/host/told";
import { configFor, useHost } from "../../../with/host/use-host";
import { withHost } from "../../../with/host/with-host";

const ALL = [1, 2, 3, 4, 5, 6, 7];

/** The emulator's instances begin with a policy of 7 days, every day. */
for (const { kind, place } of kinds.filter(({ kind }) => otcPolicies.includes(kind))) {
  const other = place(1).instanceId;
  const shorter = { keepDays: 1, __owner: ownerNamed(kind) };

  describe(`${kind} takes over a policy, online`, () => {
    const { host, requests } = useHost({ config: { "backup-plans:online": "true" } });

    it("consent 3: the preview of a creation refuses what is lost of the one that stands there", async () => {
      const { reasons } = await checked(host(), kind, shorter);
      assert.equal(reasons.length, 1);
      assert.match(reasons[0]!, /keepDays: the policy that instance \w+ has now: 7 => 1 days is a shorter retention/);
      assert.match(reasons[0]!, /lists no automated backups that are older than 1 days now/);
      const { reasons: agreed } = await checked(host(), kind, { ...shorter, allow: allowIn(reasons[0]!) });
      assert.deepEqual(agreed, []);
    });

    it("consent 2: so does that of a move to another instance, and a stored line is spent", async () => {
      const allow = { "shorter-retention": "1 days" };
      const stored = written(validOf(kind), { ...shorter, allow });
      const { reasons } = await checked(host(), kind, { ...shorter, allow, instanceId: other }, stored);
      assert.deepEqual(reasons.map(allowIn), [{ "shorter-retention": "1 days (again)" }]);
    });

    it("a move loses nothing of the instance that it leaves", async () => {
      const stored = written(validOf(kind), { keepDays: 14, __owner: ownerNamed(kind) });
      const { reasons } = await checked(
        host(),
        kind,
        { ...stored, keepDays: 7, period: ALL, instanceId: other },
        stored,
      );
      assert.deepEqual(reasons, []);
    });

    it("an edit is compared with what somebody changed since the last refresh", async () => {
      const stored = written(validOf(kind), { keepDays: 3, period: ALL, __owner: ownerNamed(kind) });
      const { reasons } = await checked(host(), kind, { ...stored, keepDays: 6 }, stored);
      assert.equal(reasons.length, 1);
      assert.match(reasons[0]!, /keepDays: the policy that instance \w+ has now: 7 => 6 days is a shorter retention/);
    });

    it("compares nothing where nothing changes, or the instance is not known yet", async () => {
      const before = (await requests()).length;
      const stored = validOf(kind);
      assert.deepEqual(
        (await checked(host(), kind, { onDelete: "restore", __owner: ownerNamed(kind) }, stored)).reasons,
        [],
      );
      assert.deepEqual((await checked(host(), kind, { ...shorter, instanceId: UNKNOWN })).reasons, []);
      const paths = (await requests()).slice(before).map(({ path }) => path);
      assert.deepEqual(
        paths.filter((path) => path.endsWith("/policy")),
        [],
      );
    });
  });

  describe(`${kind} takes over a policy, offline`, () => {
    const { urls } = useHost();
    const WARNING = /^this takes over the policy that its instance has: pulumi up compares with it, and stops where/;

    it("an edit is refused by up where somebody lengthened the policy since the last refresh", async () => {
      const args = written(validOf(kind), { keepDays: 3, period: ALL, instanceId: other, __owner: ownerNamed(kind) });
      await withHost({ config: configFor(urls()) }, async (host) => {
        const stored = { ...args, state: "ready", origin: "made" };
        const { inputs, failures } = await host.check(kind, { ...args, keepDays: 6 }, args);
        assert.deepEqual(failures, []);
        const made = host.update(kind, `${other}`, stored, inputs);
        await assert.rejects(made, /has now: 7 => 6 days .*write allow: \{ "shorter-retention": "6 days" \}/s);
      });
    });

    it("consent 2: the preview says that up will compare, for a move as for a creation, and up compares", async () => {
      const allow = { "shorter-retention": "1 days" };
      const stored = written(validOf(kind), { ...shorter, allow });
      const moved = { ...stored, instanceId: other };
      for (const olds of [stored, {}]) {
        await withHost({ config: configFor(urls()) }, async (host) => {
          const { inputs, failures } = await host.check(kind, moved, olds);
          assert.deepEqual(failures, []);
          assert.equal(host.logs.length, 1);
          assert.match(host.logs[0]!.message, WARNING);
          const made = host.create(kind, inputs);
          // What a new resource agrees to is new.
          if (olds === stored) await assert.rejects(made, /"1 days" is spent.*write allow: .*"1 days \(again\)"/s);
          else await made;
        });
      }
    });
  });
}
