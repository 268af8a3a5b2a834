import { refusals } from "../refusals";
import type { TroveWorld } from "../settings";

/** Trove looks at the object store before each creation and deletion; what is wrong there looks like something else. */
export function checkSwift({ settings }: TroveWorld, projectId: string): void {
  if (settings.swift === "denied") throw refusals.unauthorized(`Swift account not accessible for tenant ${projectId}.`);
  if (settings.swift === "nocatalog") throw refusals.notFound(`Swift is disabled for tenant ${projectId}.`);
  if (settings.swift === "down") throw refusals.noSwift();
}
