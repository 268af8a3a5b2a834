import type { Settings } from "../../core/configuration/settings";
import type { Found } from "../../core/kind/found";
import { fitting } from "./fitting";

export interface Discovered {
  /** The form of this object. */
  version: 1;
  service: string;
  found: readonly Found[];
  /** The ids of the targets of which no plan and no policy that is on is seen. */
  withoutPlan: readonly string[];
}

const ORDER: readonly Found["is"][] = ["target", "plan", "policy", "recovery point"];
const { compare } = new Intl.Collator("en", { numeric: true });

/** Returns the things of an account, in an order that does not change from one look to the next. */
export function discovered(service: string, all: readonly Found[], settings: Settings): Discovered {
  const place = ({ is }: Found) => ORDER.indexOf(is);
  const ordered = [...all].sort((a, b) => place(a) - place(b) || compare(a.id, b.id));
  const planned = new Set(ordered.flatMap(({ is, off, targets }) => (is !== "recovery point" && !off ? targets : [])));
  const found = ordered.map((each) => fitting(each, settings));
  const withoutPlan = ordered.filter(({ is, id }) => is === "target" && !planned.has(id)).map(({ id }) => id);
  return { version: 1, service, found, withoutPlan };
}
