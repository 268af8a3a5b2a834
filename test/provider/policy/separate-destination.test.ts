import assert from "node:assert/strict";
import { separateDestination } from "../../../provider/policy/rules/separate-destination";
import { plan, point, policy, TROVE_INSTANCE, UNKNOWN } from "./plans";
import { assertFound, found, stackOf, type Written } from "./stack";

const judged = (machines: Record<string, string>, written: Written) =>
  found(separateDestination, { machines }, stackOf(written))[written.name];

describe("separate-destination", () => {
  const own = plan({ provider: "custom_s3", cloudStorageProviderId: 20 });
  const where = "custom_s3, storage 20";

  it("is met by the storages of vendors", () => {
    for (const written of [plan(), plan({ provider: "wasabi" }), policy(), point()])
      assert.equal(judged({}, written), undefined);
  });

  it("cannot decide about a storage of the user's own, and asks where that stands", () => {
    assertFound(judged({}, own), "undecided", /not documented; .* machines: \{ "custom_s3, storage 20": /);
  });

  it("is violated where that is said to stand on the machine that is protected, and met where elsewhere", () => {
    assertFound(
      judged({ [where]: "server 15" }, own),
      "violated",
      /on the machine that they protect: custom_s3, storage 20/,
    );
    assert.equal(judged({ [where]: "server 16" }, own), undefined);
    assert.equal(judged({ [where]: "elsewhere" }, own), undefined);
  });

  it("is violated where what is said of the storage is misspelt, which would count as another machine", () => {
    for (const misspelt of ["elsewere", "Server 15", "server15", "15", ""])
      assertFound(
        judged({ [where]: misspelt }, own),
        "violated",
        /machines says ".*" for it: write "server …" or "elsewhere"/,
      );
  });

  it("takes what is said for that storage alone", () => {
    assertFound(judged({ "custom_s3, storage 21": "elsewhere" }, own), "undecided", /not documented/);
  });

  it("cannot decide about a storage or a machine that is not known yet", () => {
    assertFound(judged({}, plan({ provider: UNKNOWN })), "undecided", /is not known yet$/);
    const somewhere = plan({ provider: "custom_s3", cloudStorageProviderId: 20, server: UNKNOWN });
    assertFound(judged({ [where]: "server 15" }, somewhere), "undecided", /whether it protects server 15/);
    assert.equal(judged({ [where]: "elsewhere" }, somewhere), undefined);
  });

  it("holds for every service", () => {
    const other = point("point", { storageDriver: "nfs" });
    const storage = "storage driver nfs";
    assertFound(judged({}, other), "undecided", /not documented/);
    assertFound(judged({ [storage]: `instance ${TROVE_INSTANCE}` }, other), "violated", /nfs/);
    assert.equal(judged({ [storage]: "elsewhere" }, other), undefined);
  });

  it("vendor A12: a snapshot by Cinder is in the storage system of the data, whatever is said of it", () => {
    const cinder = point("point", { storageDriver: "cinder" });
    const words = "Cinder snapshot in the same storage system";
    for (const machines of [{}, { [words]: "elsewhere" }] as Record<string, string>[])
      assertFound(
        judged(machines, cinder),
        "violated",
        /would be lost with what they protect: Cinder snapshot in the same/,
      );
    assert.equal(judged({}, point("point", { storageDriver: "swift" })), undefined);
  });
});
