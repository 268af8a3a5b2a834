import type { Finding } from "../findings";
import { instances, type Otc } from "../instances";

const NAMES: Record<Otc, string> = { dds: "DDS", geminidb: "GeminiDB" };

/** Another project's. */
const FOREIGN: Record<Otc, string> = {
  dds: "d120de816c6c71ffe0eaae42080e34b3in02",
  geminidb: "d70b1d58b7137a762d99aa36f39b7442in06",
};

export function findings(service: Otc): Finding[] {
  const [name, foreign, own] = [NAMES[service], FOREIGN[service], instances[service][1]];
  return [
    {
      what: "an instance that is not there",
      with: { instanceId: "00000000000000000000000000000000in02" },
      property: "instanceId",
      says: [`${name} has no such instance in this project and region; given "0000`, "; correct the id"],
      is: "refused",
    },
    {
      what: "another project's instance",
      with: { instanceId: foreign },
      property: "instanceId",
      says: [`${name} has no such instance in this project and region`],
      is: "refused",
    },
    {
      what: "an instance that is not normal",
      with: { instanceId: own },
      property: "instanceId",
      says: [`is an instance whose status is "abnormal", and ${name} backs up only one that is "normal"`],
      is: "told",
      settings: { [service]: { instanceStatus: { [own]: "abnormal" } } },
    },
  ];
}
