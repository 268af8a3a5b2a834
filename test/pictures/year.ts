import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../with/root";
import { report } from "./report";

/** The reports of six changes of a year, and how high each is drawn. */
const REPORTS: readonly [name: string, height: number][] = [
  ["shorter-retention-without-consent", 430],
  ["shorter-retention-agreed", 410],
  ["release-with-a-recovery-point", 320],
  ["renamed-without-alias", 550],
  ["application-retired", 550],
  ["changed-in-the-panel", 550],
];

/** Returns their pictures, from the text that test/provider/review compares with what a review says. */
export function year(): [name: string, svg: string][] {
  const golden = (name: string) => join(ROOT, "test", "provider", "review", "golden", `${name}.md`);
  return REPORTS.map(([name, height]) => [name, report(readFileSync(golden(name), "utf8"), height)]);
}
