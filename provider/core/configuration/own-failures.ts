import { hasUnknown } from "../ground/unknowns";
import { objectOf } from "./nested";
import { FLAGS, numberIn, numberRule, own, SECRETS, variablesIn } from "./own-keys";
import type { Settings } from "./settings";

/** Returns the failures in the namespace `backup-plans`, in words. */
export function ownFailures(settings: Settings): string[] {
  const refused = (key: string, rule: string, isAllowed: (written: string) => boolean): string[] => {
    const written = settings.text(key);
    if (written === undefined || hasUnknown(written) || isAllowed(written)) return [];
    // The value may be a secret, so it is not shown.
    return [key === SECRETS ? `${key} ${rule}` : `${key} ${rule}; given "${written}"`];
  };
  const numbers = Object.entries(settings.numbers).flatMap(([name, limits]) =>
    refused(own(name), numberRule(limits), (written) => numberIn(limits, written) !== undefined),
  );
  const flags = FLAGS.flatMap((name) =>
    refused(own(name), "must be true or false", (written) => written === "true" || written === "false"),
  );
  const isObject = (written: string) => written === "" || variablesIn(written) !== undefined;
  const noObjects = Object.keys(settings.account)
    .filter((name) => settings.text(objectOf(name)) !== undefined && !settings.accountObject(name))
    // The value may be a secret in the wrong place, so it is not shown.
    .map(
      (name) =>
        `${objectOf(name)} must be an object with the keys of ${name}; remove it, and set each key with --path: ` +
        `pulumi config set --path ${objectOf(name)}.${Object.keys(settings.account[name]!)[0]}`,
    );
  return [...numbers, ...flags, ...refused(SECRETS, OBJECT, isObject), ...noObjects];
}

const OBJECT = 'must be an object, {"service:key": "ENVIRONMENT_VARIABLE"}';
