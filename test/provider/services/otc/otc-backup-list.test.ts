import assert from "node:assert/strict";
import type { Connection } from "../../../../provider/services/otc/access/connection";
import { isManual, pagesOf, type Row } from "../../../../provider/services/otc/backup/backup-list";

describe("otc: a list of backups, page by page", () => {
  const row = (id: number) => ({ id: `${id}`, instance_id: "i", status: "COMPLETED" });

  async function idsOf(rowsAt: (offset: number) => object[]): Promise<string[]> {
    const call = async (_to: unknown, { query }: { query: { offset: number } }) => ({ backups: rowsAt(query.offset) });
    const connection = { client: { call, tellUnreadable: () => {} }, projectId: "p" } as unknown as Connection;
    const ids = [];
    for await (const page of pagesOf(connection, {} as never, {})) ids.push(...page.map(({ id }) => id));
    return ids;
  }

  it("is read to its end, also where a new row shifts the pages", async () => {
    const all = Array.from({ length: 250 }, (_, index) => row(index));
    const ids = await idsOf((offset) => (offset === 0 ? all.slice(0, 100) : all.slice(offset - 1, offset + 99)));
    assert.equal(new Set(ids).size, 250);
  });

  it("is no answer where it shows the same again and again", async () => {
    const page = Array.from({ length: 100 }, (_, index) => row(index));
    await assert.rejects(
      idsOf(() => page),
      /does not go on behind the first 100/,
    );
  });

  it("shows which is manual, however that is written, and does not guess where it is not told", () => {
    const types = ["Manual", "manual", undefined, null, "Auto", "auto", "Incremental"];
    assert.deepEqual(
      types.map((type) => isManual({ type } as Row)),
      [true, true, true, true, false, false, false],
    );
  });
});
