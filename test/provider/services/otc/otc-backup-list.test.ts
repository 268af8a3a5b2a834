import assert from "node:assert/strict";
import { isManual, type Row } from "../../../../provider/services/otc/backup/backup-list";

describe("otc: a row of a list of backups", () => {
  it("shows which is manual, however that is written, and does not guess where it is not told", () => {
    const types = ["Manual", "manual", undefined, null, "Auto", "auto", "Incremental"];
    assert.deepEqual(
      types.map((type) => isManual({ type } as Row)),
      [true, true, true, true, false, false, false],
    );
  });
});
