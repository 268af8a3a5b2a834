import { trove } from "pulumi-backup-plans";
import { later, number, promised, text } from "./values";

const { Backup } = trove;
const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const parentId = "2e351a71-dd28-4bcb-a7d6-d36a5b487173";

const full: trove.Backup = new Backup("full", { instance, triggers: ["v1"] });
new Backup("incr", { instance: later.text, parentId: full.id });
new Backup("incr", { instance: promised.text, incremental: true });
new Backup("incr", { instance, incremental: later.truth, parentId: later.text });
new Backup("x", { instance, name: text, description: text, swiftContainer: text, storageDriver: text });
new Backup("x", { instance, adopt: parentId, onDelete: "delete", allow: { "delete-descendants": parentId } });
// @ts-expect-error: an instance is required
new Backup("x", {});
// @ts-expect-error: Trove chooses the parent, or the program does
new Backup("x", { instance, parentId, incremental: true });
// @ts-expect-error: a policy's word
new Backup("x", { instance, onDelete: "restore" });
// @ts-expect-error: the vendor's own spelling
new Backup("x", { instance, parent_id: parentId });
// @ts-expect-error: an id is text
new Backup("x", { instance: 5 });

export const known = [full.backupId, full.locationRef, full.datastore, full.resolvedParentId, full.sizeBytes];

new Backup("x", { instance, triggers: ["v1"], keepLast: 3 });
new Backup("x", { instance, keepLast: later.number, name: text });
new Backup("x", { instance, keepLast: number });
// @ts-expect-error: at most 20
new Backup("x", { instance, keepLast: 21 });
// @ts-expect-error: at least 1
new Backup("x", { instance, keepLast: 0 });
// @ts-expect-error: each recovery point of a list has a name of its own
new Backup("x", { instance, keepLast: 3, name: "before-upgrade" });
