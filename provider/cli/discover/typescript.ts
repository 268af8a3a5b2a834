import { knownIn, type Language, literal } from "./program";

export const typescript: Language = {
  comment: "//",
  start: (isUsed) => [isUsed ? 'import * as backup from "pulumi-backup-plans";' : "export {};"],
  resource: (takeover, name, comment) => {
    const known = knownIn(takeover).map(([key, value]) => `  ${key}: ${literal(value)},`);
    const open = Object.entries(takeover.unread ?? {}).map(([key, why]) => `  ${comment(`${key}: ${why}; write it`)}`);
    return [`new backup.${takeover.kind.replace(":", ".")}(${literal(name)}, {`, ...known, ...open, "});"];
  },
};
