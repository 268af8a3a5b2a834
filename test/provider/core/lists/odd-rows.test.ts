import assert from "node:assert/strict";
import { isReadable, type Unreadable } from "../../../../provider/core/lists/unreadable";
import { api as trove } from "../../../../provider/services/databases/api";
import { backupPage } from "../../../../provider/services/otc/backup/backup-list";
import { api as rackspace } from "../../../../provider/services/rackspace/api";
import { api as serveravatar } from "../../../../provider/services/serveravatar/api";

interface List {
  good: Record<string, unknown>;
  read(rows: unknown[]): (object | Unreadable)[];
  /** Of these nothing hangs. */
  readable: object[];
  /** These decide, and hide only their own row. */
  unreadable: object[];
}

const LISTS: Record<string, List> = {
  "DDS and GeminiDB": {
    good: { id: "a", name: "n", instance_id: "i", status: "COMPLETED" },
    read: (backups) => backupPage.parse({ backups }).backups,
    readable: [{ name: null }, { size: "73 MB" }, { begin_time: 7 }, { datastore: "mongodb" }, { type: null }],
    unreadable: [{ status: null }, { instance_id: null }, { name: 7 }],
  },
  Trove: {
    good: { id: "a", name: "n", instance_id: "i", status: "COMPLETED" },
    read: (backups) => trove.list.reply.parse({ backups }).backups,
    readable: [{ name: null }, { size: "" }, { size: {} }, { created: 7 }, { locationRef: [] }],
    unreadable: [{ status: null }, { parent_id: 7 }, { name: {} }],
  },
  "Rackspace's schedules": {
    good: { id: "a", instance_id: "i", day_of_week: 0, hour: 14, minute: 30 },
    read: (schedules) => rackspace.list.reply.parse({ schedules }).schedules,
    readable: [{ day_of_week: "7", hour: "00" }, { full_backup_retention: null }, { copy_to: null }, { source: null }],
    unreadable: [{ day_of_week: 8 }, { day_of_week: null }, { hour: 24 }, { hour: 1.5 }, { minute: "60" }],
  },
  ServerAvatar: {
    good: { id: 1, backup_config_id: 2, status: "Completed", created_at: "2026-01-01 00:00:00" },
    read: (data) => serveravatar.runs.reply.parse({ data, current_page: 1, last_page: 1 }).data,
    readable: [{ status: null }, { created_at: null }, { totalSize: "73 MB" }, { application_id: "x" }],
    unreadable: [{ backup_config_id: null }, { backup_config_id: "" }, { backup_configuration: "x" }],
  },
};

describe("a list in which one row is odd", () => {
  for (const [service, { good, read, readable, unreadable }] of Object.entries(LISTS)) {
    for (const odd of readable) {
      it(`${service}: shows the row with ${JSON.stringify(odd)}`, () =>
        assert.ok(read([{ ...good, ...odd }]).every(isReadable)));
    }
    for (const odd of unreadable) {
      it(`${service}: shows the others beside ${JSON.stringify(odd)}, of which it keeps the id and the reason`, () => {
        const [first, second] = read([{ ...good, ...odd }, good]);
        assert.ok(!isReadable(first) && second && isReadable(second));
        assert.match(`${first}`, new RegExp(`^row ${good.id}, which cannot be read \\(${Object.keys(odd)[0]}`));
      });
    }
    it(`${service}: is no answer where the row has no id`, () => {
      for (const row of [{ ...good, id: null }, { ...good, id: "" }, {}, null, "x"]) {
        assert.throws(() => read([good, row]), /"path": \[\s*"(backups|schedules|data)",\s*1/, JSON.stringify(row));
      }
    });
  }
});
