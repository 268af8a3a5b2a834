import assert from "node:assert/strict";
import { WORD } from "../../../kinds/canaries";
import { cases } from "../../../kinds/kinds";
import { ownAccounts } from "../../../with/host/own-accounts";
import { assertUntold, told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

const config = {
  "serveravatar:token": WORD,
  "openstack:password": WORD,
  "opentelekomcloud:password": WORD,
};

/** Long enough to send, too short to try again for long. */
const brief = { create: "150ms", read: "150ms" };

describe("secrets in the configuration", () => {
  const { host, control } = useHost({
    config,
    accounts: (urls) => ({ rackspace: { ...ownAccounts(urls).rackspace, "rackspace:apiKey": WORD } }),
    // A plugin is told no time limit of a read.
    form: "dynamic",
  });

  afterEach(() => control("DELETE", "/faults"));

  for (const { kind, valid } of cases) {
    for (const fault of [undefined, "error-500", "truncated", "reset-after"]) {
      it(`${kind}: are told nowhere when the service ${fault ? `answers with ${fault}` : "does not accept them"}`, async () => {
        if (fault) await control("POST", "/faults", { fault, times: 100_000 });
        const { inputs } = await host().check(kind, { ...valid, __timeouts: fault ? brief : undefined });
        const answers = [
          inputs,
          await told(host().create(kind, inputs)),
          await told(host().read(kind, "21", { ...inputs, planId: "21", backupId: "5001" })),
        ];
        if (!fault) assert.match(JSON.stringify(answers[1]), /\(401\)|HTTP 501/);
        for (const answer of [...answers, host().logs, host().output()]) assertUntold(WORD, answer, kind);
      });
    }
  }
});
