import assert from "node:assert/strict";
import { minimalOf } from "../../../kinds/asked";
import { ofOtc, otcBackups } from "../../../kinds/otc/services";
import { type Answered, changed, useGateway } from "../../../with/bent-gateway";
import { useRun } from "../../../with/host/with-host";

type Row = Record<string, unknown>;
type Page = { backups: Row[] };
type State = Record<string, { backups: { id: string; name: string; status: string }[] }>;

/** In a list and alone. */
function eachRow(answer: Answered, change: (row: Row) => Row): Answered {
  return changed(answer, (json: Partial<Page> & { backup?: Row }) => ({
    ...json,
    ...(json.backups && { backups: json.backups.map(change) }),
    ...(json.backup && { backup: change(json.backup) }),
  }));
}

const isRead = ({ method, path }: { method: string; path: string }) => method === "GET" && path.includes("/backups");

describe("a recovery point as a service shows it", () => {
  const {
    host: first,
    through,
    control,
    treatBy,
    requests,
  } = useGateway({
    settings: { buildSeconds: 0, ...ofOtc({ deleteSeconds: 0 }) },
  });

  /** The process of a later run. */
  const host = useRun(() => ({ config: through() }));

  const stored = async (service: string, id: string) =>
    ((await control("GET", "/state")) as State)[service]!.backups.find((each) => each.id === id);
  const create = async (kind: string, name: string, args: object = {}) => {
    const given = {
      ...minimalOf(kind),
      onDelete: "delete",
      ...args,
      __owner: `dev::shop::::${name}`,
    };
    return first().create(kind, (await first().check(kind, given)).inputs);
  };

  for (const kind of otcBackups) {
    const service = kind.split(":")[0]!;
    const empty = (answer: Answered) => changed(answer, () => ({ backups: [], total_count: 0 }));

    it(`doubt 3: ${kind}: is deleted by its id where no list has it, and that it is gone is the service's word`, async () => {
      const { id, properties } = await create(kind, "unlisted");
      treatBy(async (request, pass) => (isRead(request) ? empty(await pass()) : pass()));
      await host().delete(kind, id, properties);
      assert.ok(!(await stored(service, id)));
      await host().delete(kind, id, properties);
      const sent = (await requests()).filter(({ method, path }) => method === "DELETE" && path.includes(id));
      assert.equal(sent.length, 2, "the second one is refused with 'not found'");
    });

    it(`doubt 3: ${kind}: an answer that never came is no deletion`, async () => {
      const { id, properties } = await create(kind, "unanswered");
      treatBy(async (request, pass) => {
        if (request.method === "DELETE") return { status: 502, headers: {}, body: "" };
        return isRead(request) ? empty(await pass()) : pass();
      });
      await assert.rejects(host().delete(kind, id, properties), /HTTP 502/);
      assert.ok(await stored(service, id));
    });

    it(`doubt 3: ${kind}: a refresh keeps what one list lacks`, async () => {
      const { id, properties } = await create(kind, "refreshed");
      let looks = 0;
      treatBy(async (request, pass) => (isRead(request) && looks++ === 0 ? empty(await pass()) : pass()));
      assert.equal((await host().read(kind, id, properties)).id, id);
    });

    it(`doubt 3: ${kind}: what was unfinished, and is kept, is told`, async () => {
      const { id, properties } = await create(kind, "unfinished", { onDelete: "keep" });
      treatBy(async (request, pass) => (isRead(request) ? empty(await pass()) : pass()));
      await host().delete(kind, id, { ...properties, state: "pending", lastBackupAt: null });
      assert.ok(await stored(service, id));
      assert.ok(host().logs.some(({ message }) => message.includes(`does not list backup ${id}`)));
    });
  }

  for (const kind of ["trove:Backup", ...otcBackups]) {
    const service = kind.split(":")[0]!;

    it(`doubt 10: ${kind}: an id in another case is the same one`, async () => {
      let answers = 0;
      const turned = (row: Row) => {
        const ids = ["id", "instance_id"].map((name) => [name, `${row[name]}`.toUpperCase()]);
        return { ...row, ...Object.fromEntries(ids) };
      };
      treatBy(async (request, pass) => {
        const answer = await pass();
        return isRead(request) && answers++ % 2 === 0 ? eachRow(answer, turned) : answer;
      });
      const { id, properties } = await create(kind, "case");
      for (let look = 0; look < 3; look++) {
        const { id: read, properties: found } = await host().read(kind, id, properties);
        assert.deepEqual([read, found.state], [id, "ready"]);
      }
      await host().delete(kind, id, properties);
      assert.ok(!(await stored(service, `${properties.backupId}`.toLowerCase())));
    });

    it(`doubt 13: ${kind}: is read with its status in small letters, and with null in every field that decides nothing`, async () => {
      const deciding = new Set(["id", "status", "name", "instance_id"]);
      treatBy(async (request, pass) => {
        const answer = await pass();
        if (!isRead(request)) return answer;
        return eachRow(answer, (row) => {
          const nulls = Object.keys(row).map((name) => [name, deciding.has(name) ? row[name] : null]);
          return { ...Object.fromEntries(nulls), status: `${row.status}`.toLowerCase() };
        });
      });
      const { id, properties } = await create(kind, "null");
      assert.deepEqual([properties.state, properties.startedAt], ["ready", null]);
      assert.equal((await host().read(kind, id, properties)).id, id);
    });

    it(`doubt 12: ${kind}: its status reaches nobody's terminal as it is`, async () => {
      const { id, properties } = await create(kind, "odd");
      treatBy(async (request, pass) => {
        const answer = await pass();
        const status = "\u001b[31mODD\u0007\n::error::x\u202e##[warning]\u009b";
        return isRead(request) ? eachRow(answer, (row) => ({ ...row, status })) : answer;
      });
      await host().delete(kind, id, properties);
      const { message } = host()
        .logs.filter((line) => line.message.includes("ODD"))
        .at(-1)!;
      assert.match(message, /\\u001b\[31mODD\\u0007 ::error::x\\u202e\\u0023#\[warning\]\\u009b, and is kept/);
    });
  }

  it("doubt 12: a refusal is one line that begins no command", async () => {
    const message = "\n::error::no\r\nsecond \u001b]0;title\u0007\u2066line";
    treatBy(async ({ method }, pass) =>
      method === "POST" ? { status: 400, headers: {}, body: JSON.stringify({ badRequest: { message } }) } : pass(),
    );
    await assert.rejects(create("trove:Backup", "refused"), ({ message: told }: Error) => {
      assert.match(told, /was refused: ::error::no second \\u001b\]0;title\\u0007\\u2066line \(HTTP 400\)/);
      return !/\p{Cc}/u.test(told);
    });
  });

  it("A5: a deletion that failed ends the wait, and says what is left", async () => {
    await control("POST", "/settings", { trove: { flavour: "rackspace", busyScope: "instance" } });
    const { id, properties } = await create("trove:Backup", "left");
    const row = { id, status: "COMPLETED" };
    treatBy(async (request, pass) => {
      const answer = await pass();
      if (request.method === "DELETE") row.status = "DELETE_FAILED";
      return isRead(request) && row.status !== "COMPLETED"
        ? { ...answer, status: 200, body: JSON.stringify({ backup: row }) }
        : answer;
    });
    const begun = Date.now();
    await assert.rejects(
      host().delete("trove:Backup", id, properties),
      /it is DELETE_FAILED: its files are left in the object storage, at Rackspace in the container z_CLOUDDB_BACKUPS\. The next/,
    );
    assert.ok(Date.now() - begun < 5_000);
  });
});
