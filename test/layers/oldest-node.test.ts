import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { minVersion, satisfies } from "semver";
import { ROOT } from "../with/root";

interface Locked {
  engines?: { node?: string };
}

describe("newcomer 14: npm ci on the oldest Node that is supported", () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };

  it("warns of no package, as each wants that Node or an older one", () => {
    const oldest = minVersion(packages[""]!.engines!.node!)!;
    const wanting = Object.entries(packages).filter(([, { engines }]) => engines?.node !== undefined);
    assert.ok(wanting.length > 100, `${wanting.length} packages say which Node they want`);
    const tooNew = wanting.filter(([, { engines }]) => !satisfies(oldest, engines!.node!));
    assert.deepEqual(tooNew, []);
  });
});
