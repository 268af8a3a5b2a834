import type { Finding } from "../findings";
import { instances, type Otc } from "../instances";

interface Findings {
  service: string;
  /** As a person calls it. */
  name: string;
  own: string;
  /** Another project's. */
  foreign: string;
  /** The status of one that can be backed up. */
  ready: string;
}

export function findingsOf({ service, name, own, foreign, ready }: Findings): Finding[] {
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
      says: [`is an instance whose status is "abnormal", and ${name} backs up only one that is "${ready}"`],
      is: "told",
      settings: { [service]: { instanceStatus: { [own]: "abnormal" } } },
    },
  ];
}

export const findings: Record<Otc, Finding[]> = {
  dds: findingsOf({
    ...{ service: "dds", name: "DDS", ready: "normal" },
    ...{ own: instances.dds[1], foreign: "d120de816c6c71ffe0eaae42080e34b3in02" },
  }),
  geminidb: findingsOf({
    ...{ service: "geminidb", name: "GeminiDB", ready: "normal" },
    ...{ own: instances.geminidb[1], foreign: "d70b1d58b7137a762d99aa36f39b7442in06" },
  }),
};
