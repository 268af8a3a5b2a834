import assert from "node:assert/strict";
import { kinds } from "../../../kinds/kinds";
import { type Passing, useGateway } from "../../../with/bent-gateway";
import { ownerNamed } from "../../../with/host/host";
import type { HostError } from "../../../with/host/host-error";

const HOUR = 3_600;
const SECONDS_OF_A_REQUEST = 60;

describe("a recovery point whose creation is in doubt", () => {
  const { host, control, treatBy, urls } = useGateway({
    settings: { buildSeconds: 0 },
    config: { "backup-plans:requestTimeoutSeconds": `${SECONDS_OF_A_REQUEST}`, "backup-plans:timeoutMinutes": "0.05" },
  });
  beforeEach(() => control("POST", "/reset"));

  const isCreation = ({ method, path }: Passing) => method === "POST" && path.endsWith("/backups");
  const outside = { control, send: async () => undefined };

  for (const { kind, service, valid, stands } of kinds.filter((each) => each.kind.endsWith(":Backup"))) {
    const made = async () => Object.keys(await stands(outside as never)).length;
    const inputsFor = async (name: string) =>
      (await host().check(kind, { ...valid, __owner: ownerNamed(`${name}-${kind}`) })).inputs;
    const [least, unit] = service === "serveravatar" ? [24 * HOUR, "24 hours"] : [SECONDS_OF_A_REQUEST, "a request"];

    it(`doubt 6: ${kind}: is unknown in state, and the error says when it is sent again and how to settle it`, async () => {
      let isSent = false;
      treatBy(async (request, pass) => {
        isSent ||= isCreation(request);
        return isSent ? { status: 503, headers: {}, body: "" } : pass();
      });
      const error = await host()
        .create(kind, await inputsFor("doubted"))
        .then(
          () => assert.fail("made"),
          (thrown: HostError) => thrown,
        );
      assert.deepEqual([error.unfinished?.properties.state, await made()], ["unknown", 0]);
      const when = service === "serveravatar" ? "None is sent again for 24 hours" : "The next pulumi up looks first";
      assert.match(
        error.message,
        new RegExp(`${when}.*write its id as adopt.*pulumi up --replace with this resource's URN`),
      );
    });

    it(`doubt 6: ${kind}: is passed by the next up, and sent again after ${unit}, and not before`, async () => {
      const inputs = await inputsFor("settled");
      const now = Date.parse(`${(await fetch(urls()[service as "trove"])).headers.get("date")}`);
      const update = (seconds: number) => {
        const doubtedAt = new Date(now - seconds * 1_000).toISOString();
        return host().update(kind, "unseen-1", { ...inputs, state: "unknown", known: [], doubtedAt }, inputs);
      };
      const young = await update(least - 30);
      assert.deepEqual([young.state, await made()], ["unknown", 0]);
      assert.match(
        host().logs.at(-1)!.message,
        /does not show backup ".*", which was sent at .* without a clear answer/,
      );
      const old = await update(least + 30);
      assert.deepEqual([old.state, await made()], ["ready", 1]);
    });
  }

  for (const { kind, valid } of kinds.filter(({ service }) => service === "serveravatar"))
    it(`doubt 6: ${kind}: what ServerAvatar refuses in its own words is refused, and sent again by the next up`, async () => {
      const { inputs } = await host().check(kind, { ...valid, __owner: ownerNamed("refused") });
      const body = '{"message":"Invalid schedule!"}';
      treatBy(async (request, pass) =>
        isCreation(request) ? { status: 500, headers: { "content-type": "application/json" }, body } : pass(),
      );
      await assert.rejects(
        host().create(kind, inputs),
        (error: HostError) => error.unfinished === undefined && /Invalid schedule!/.test(error.message),
      );
      treatBy((_request, pass) => pass());
      assert.equal((await host().create(kind, inputs)).properties.state, "ready");
    });
});
