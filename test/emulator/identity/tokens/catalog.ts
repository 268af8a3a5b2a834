import type { IdentityWorld } from "../settings";

const regions = ["eu-de", "RegionOne"];
const interfaces = ["public", "internal", "admin"];

/** Ids that stay the same from call to call: 32 hex digits made of small numbers. */
const fixedId = (...numbers: number[]) => `ca7a${numbers.map((number) => number.toString().padStart(4, "0")).join("")}`;

/** The catalog of a token for this project. */
export function catalog({ urls, settings, catalog: services }: IdentityWorld, projectId: string) {
  return Object.entries(services)
    .map(([service, { type, name, path }], index) => ({
      endpoints: regions.flatMap((region, at) =>
        interfaces.map((side, nth) => ({
          id: fixedId(index, at, nth).padEnd(32, "0"),
          interface: side,
          region,
          region_id: region,
          url: urls[service] + path(projectId),
        })),
      ),
      id: fixedId(index).padEnd(32, "0"),
      name,
      type,
    }))
    .filter(({ type }) => !settings.missingFromCatalog.includes(type));
}
