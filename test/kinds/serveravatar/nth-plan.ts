import {
  APPLICATION_EXTENSIONS,
  DATABASE_EXTENSIONS,
  RETENTION_PERIODS,
  SCHEDULES,
} from "../../../provider/services/serveravatar/words";
import { shopPlan } from "../example-shop";

/** Those that the emulator has. */
const STORAGES = [
  { provider: "serveravatar", cloudStorageProviderId: 12 },
  { provider: "amazon_s3", cloudStorageProviderId: 11 },
  { provider: "wasabi", cloudStorageProviderId: 10 },
] as const;

/** The n-th of up to 1,728 plans, no two of them equal; the first 288 are of one application and storage. */
export function nthPlan(n: number) {
  let rest = n;
  const oneOf = <T>(values: readonly T[]): T => {
    const value = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
    return value;
  };
  return {
    ...shopPlan,
    schedule: oneOf(SCHEDULES),
    retentionPeriod: oneOf(RETENTION_PERIODS),
    applicationExtension: oneOf(APPLICATION_EXTENSIONS),
    databaseExtension: oneOf(DATABASE_EXTENSIONS),
    databaseId: oneOf([4223, 4224]),
    applicationId: oneOf([4246, 4247]),
    ...oneOf(STORAGES),
  };
}
