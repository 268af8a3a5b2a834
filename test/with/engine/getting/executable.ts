import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first executable file of this name in the folders, which are given as a list or as a PATH. */
export function findExecutable(name: string, folders: string[] | string | undefined): string | undefined {
  const list = typeof folders === "string" ? folders.split(delimiter) : (folders ?? []);
  return list
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
