import assert from "node:assert/strict";
import { accepted } from "../../../../provider/services/serveravatar/api";

const isYes = (message: string) => accepted.safeParse({ message }).success;

describe("serveravatar: the answer to a write", () => {
  for (const message of [
    "Backup plan created successfully.",
    "Backup plan created successfully. Old failed backups are kept.",
    "Created! Runs that failed are told by mail",
    "You will be notified on error.",
  ]) {
    it(`takes "${message}" for a yes`, () => assert.equal(isYes(message), true));
  }

  for (const message of [
    "Organization not found!",
    "Cloud storage provider not found.",
    "Invalid schedule!",
    "Invalid retention period!",
    "Start from choose future date!",
    "Something went wrong.",
    "Something went really wrong!",
    "Backup deletion process is failed!",
    "You can not perform this action!",
    "Backup not completed.",
    "Instant Backup is failed because you do not have enough disk space available on your server.",
    "Backup creation failed: no disk space",
    "error",
  ]) {
    it(`takes "${message}" for no yes`, () => assert.equal(isYes(message), false));
  }
});
