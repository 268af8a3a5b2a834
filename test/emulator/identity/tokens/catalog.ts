import type { IdentityWorld } from "../settings";

const regions = ["eu-de", "RegionOne"];
const interfaces = ["public", "internal", "admin"];

const services = [
  { type: "identity", name: "keystone", path: () => "/v3", url: "identity" },
  { type: "database", name: "trove", path: (projectId: string) => `/v1.0/${projectId}`, url: "trove" },
  { type: "ddsv3", name: "ddsv3", path: (projectId: string) => `/v3/${projectId}`, url: "dds" },
  { type: "geminidb", name: "geminidb", path: (projectId: string) => `/v3/${projectId}`, url: "geminidb" },
];

/** Ids that stay the same from call to call: 32 hex digits made of small numbers. */
const fixedId = (...numbers: number[]) => `ca7a${numbers.map((number) => number.toString().padStart(4, "0")).join("")}`;

/** The catalog of a token for this project. */
export function catalog({ urls, settings }: IdentityWorld, projectId: string) {
  return services
    .map(({ type, name, path, url }, index) => ({
      endpoints: regions.flatMap((region, at) =>
        interfaces.map((side, nth) => ({
          id: fixedId(index, at, nth).padEnd(32, "0"),
          interface: side,
          region,
          region_id: region,
          url: urls[url] + path(projectId),
        })),
      ),
      id: fixedId(index).padEnd(32, "0"),
      name,
      type,
    }))
    .filter(({ type }) => !settings.missingFromCatalog.includes(type));
}
