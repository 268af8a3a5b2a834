import { groups } from "../groups";
import type { Remark } from "../report";
import type { Item } from "./fit";
import { cut, prose, resourcesIn } from "./phrases";

/** Returns an entry of one line, whose short form has at most so many characters. */
export function line(text: string, most = 600): Item {
  return { full: `- ${text}`, short: `- ${cut(text, most)}` };
}

/** Returns a line for each remark, with all resources that it is about. */
export function remarkLines(remarks: readonly Remark[], most?: number): Item[] {
  return groups(remarks, ({ what }) => what).map((equal) => {
    const resources = resourcesIn(equal.map(({ resource }) => resource));
    return line(`${resources}: ${cut(prose(equal[0].what), 1500)}`, most);
  });
}
