import type { Args } from "./case";

/** Valid nowhere but in free text; its quote, slash and letters change when they are escaped or encoded. */
export const WORD = 'kanári "7f/3a+';

/** Values that pass the rules of an argument and are found nowhere else. */
const VALID: Record<string, Args> = {
  serveravatar: {
    organization: "918273641",
    server: "918273642",
    applicationId: "918273643",
    databaseId: "918273644",
    cloudStorageProviderId: "918273645",
    startBackup: "2031-03-17 04:05",
    name: WORD,
    adopt: "918273646",
  },
  trove: {
    instance: "7f3a7f3a-1111-4222-8333-444455556666",
    parentId: "7f3a7f3a-7777-4888-8999-aaaabbbbcccc",
    name: WORD,
    description: WORD,
    swiftContainer: "kanari/7f@3a+b",
    storageDriver: WORD,
    adopt: "7f3a7f3a-dddd-4eee-8fff-000011112222",
  },
  ...both(["dds", "geminidb"], {
    instanceId: "kanari7f3a7f3ain02",
    name: "kanari_7f3a",
    description: "kanári 7f/3a+%",
    startTime: "07:00-08:00",
    adopt: "kanari-7f3a",
  }),
};

function both(services: readonly string[], values: Args): Record<string, Args> {
  return Object.fromEntries(services.map((service) => [service, values]));
}

/** A value of the argument that passes its rule. */
export function validCanary(kind: string, argument: string): unknown {
  if (argument === "triggers") return [WORD, { deep: WORD }];
  const values = VALID[kind.split(":")[0]!];
  if (!values) throw new Error(`no canaries for the arguments of ${kind}`);
  return values[argument];
}
