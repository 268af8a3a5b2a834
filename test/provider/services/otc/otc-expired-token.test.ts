import assert from "node:assert/strict";
import { cases } from "../../../kinds/kinds";
import { ofOtc, otcBackups } from "../../../kinds/otc/services";
import { useHost } from "../../../with/host/use-host";

interface Request {
  service: string;
  method: string;
  status: number;
}

/** DDS says with 401 that a token is not accepted, GeminiDB and RDS with 403, the gateway before both with 401. */
for (const unauthorizedBy of ["gateway", "service"]) {
  describe(`a token that expired, told by the ${unauthorizedBy}`, () => {
    const settings = { ...ofOtc({ unauthorizedBy }), buildSeconds: 0 };
    const { host, control } = useHost({ settings });

    for (const kind of otcBackups) {
      it(`${kind}: is replaced by one new one, and the backup is made`, async () => {
        const service = kind.split(":")[0];
        const { valid } = cases.find((each) => each.kind === kind)!;
        await host().create(kind, { ...valid, name: "first" });
        await control("POST", "/time", { advance: "P2D" });
        const before = ((await control("GET", "/requests")) as Request[]).length;
        await host().create(kind, { ...valid, name: "second" });
        const since = ((await control("GET", "/requests")) as Request[]).slice(before);
        const refused = since.filter((request) => request.service === service && [401, 403].includes(request.status));
        const logins = since.filter(({ service, method }) => service === "identity" && method === "POST");
        assert.deepEqual([refused.length, logins.length], [1, 1]);
      });
    }
  });
}
