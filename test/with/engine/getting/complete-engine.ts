import { companions } from "../engine";
import { findExecutable } from "./executable";

/** The `pulumi` of a folder that holds everything a TypeScript program with a dynamic provider needs. */
export function completeEngine(dir: string): string | undefined {
  const complete = companions.every((name) => findExecutable(name, [dir]) !== undefined);
  return complete ? findExecutable("pulumi", [dir]) : undefined;
}
