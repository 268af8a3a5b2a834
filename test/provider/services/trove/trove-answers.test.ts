import assert from "node:assert/strict";
import type { Client } from "../../../../provider/core/http/client";
import { Deadline } from "../../../../provider/core/run/deadline";
import { api } from "../../../../provider/services/databases/api";
import { backupsOfInstance } from "../../../../provider/services/databases/backup-list";
import { owned, validOf } from "../../../kinds/asked";
import { changed, useGateway } from "../../../with/bent-gateway";

const KIND = "trove:Backup";

describe("trove: answers that are rare", () => {
  const { host, treatBy } = useGateway({ settings: { buildSeconds: 0 } });
  const create = async () => {
    const { inputs } = await host().check(KIND, owned(validOf(KIND)));
    return host().create(KIND, inputs);
  };

  for (const href of ["https://", "https://trove/backups", "https://trove/backups?marker="]) {
    it(`a link to a next page that nobody can read, ${href}, is an error that names it: the list has no known end`, async () => {
      const links = [{ rel: "next", href }];
      treatBy(async ({ method, path }, pass) => {
        const answer = await pass();
        return method === "GET" && /backups\?/.test(path)
          ? changed(answer, (json: object) => ({ ...json, links }))
          : answer;
      });
      await assert.rejects(create(), /GET \/backups answered .* links\.0\.href: no address with a marker/);
    });
  }

  it("501 is a refusal by Trove itself: nothing was made, and it is sent once", async () => {
    let sent = 0;
    treatBy(async ({ method, path }, pass) => {
      if (method !== "POST" || !/backups$/.test(path)) return pass();
      sent += 1;
      const body = JSON.stringify({ notImplemented: { code: 501, message: "The instance has no backups." } });
      return { status: 501, headers: { "content-type": "application/json" }, body };
    });
    await assert.rejects(create(), ({ message }: Error) => {
      assert.match(message, /was refused: The instance has no backups\. \(HTTP 501\)$/);
      return true;
    });
    assert.equal(sent, 1);
  });

  it("the backups of one instance are read to the last page", async () => {
    const row = (id: string) => ({ id, status: "COMPLETED" });
    const asked: unknown[] = [];
    const call = async (_to: unknown, { query }: { query: { marker?: string } }) => {
      asked.push(query.marker);
      const links = query.marker ? [] : [{ rel: "next", href: "/v1.0/1234/instances/i/backups?marker=b" }];
      return api.ofInstance.reply.parse({ backups: query.marker ? [row("c")] : [row("a"), row("b")], links });
    };
    const context = { deadline: new Deadline(5_000) };
    const client = { name: "Trove", context, call, tellUnreadable: () => undefined } as unknown as Client;
    assert.deepEqual(
      (await backupsOfInstance(client, "i")).map(({ id }) => id),
      ["a", "b", "c"],
    );
    assert.deepEqual(asked, [undefined, "b"]);
  });
});
