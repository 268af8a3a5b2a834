import fc from "fast-check";
import { faults } from "../fault";
import type { Rule } from "../rules";
import { type Subject, subjects } from "../subjects";

export type Service = Subject["service"];

export const services: readonly Service[] = [...new Set(subjects.map(({ service }) => service))];

/** What a stack goes through, and what strikes meanwhile. */
export interface FaultPlan {
  service: Service;
  subjects: Subject[];
  /** Recovery points are deleted with their resources. */
  deletes: boolean;
  steps: Step[];
  rules: Rule[];
  /** Another stack has things of its own beside these. */
  isBesideAnother?: boolean;
  /** A stack of the same name, whose state is elsewhere, has made the same before. */
  isTwin?: boolean;
  /** How many recovery points each resource keeps, where its name is a generated one. */
  keepLast?: number | undefined;
}

export interface Step {
  /** `adopt`: a second resource of the program writes the ids that the others have. */
  act: "up" | "refresh" | "change" | "replace" | "taint" | "adopt" | "destroy";
  /** The run is killed at this request: before the service has it, or after. */
  kill?: { at: number; moment: "arrived" | "done" };
  /** Only some of the resources take part: which, counted from the first. */
  targets?: number[];
  /** The login is that of another account. */
  isAnotherAccount?: boolean;
  /** On a machine that lacks the PULUMI_HOME of the runs before. */
  isElsewhere?: boolean;
  /** A resource that stands beside these fails, before anything is deleted. */
  hasFailingNeighbour?: boolean;
  /** Between client and service in this run alone. */
  twist?: string;
}

const rule = (service: Service) =>
  fc.record(
    {
      service: fc.constantFrom<string>(service, service, "identity"),
      method: fc.constantFrom("GET", "POST", "POST", "PUT", "PATCH", "DELETE"),
      nth: fc.integer({ min: 1, max: 6 }),
      times: fc.constantFrom(1, 1, 1, 2, 3, 8),
      fault: fc.constantFrom(...faults),
    },
    { requiredKeys: ["service", "fault"] },
  );

const kill = fc.record({
  at: fc.integer({ min: 1, max: 14 }),
  moment: fc.constantFrom("arrived" as const, "done" as const),
});

const step = fc.record<Step>(
  {
    act: fc.constantFrom("up", "up", "refresh", "change", "change", "replace", "taint", "adopt"),
    isAnotherAccount: fc.constantFrom(false, false, false, false, true),
    isElsewhere: fc.constantFrom(false, false, true),
    hasFailingNeighbour: fc.constantFrom(false, false, true),
    targets: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.subarray([0, 1, 2, 3], { minLength: 1 }) },
    ),
    kill: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: kill }),
  },
  { requiredKeys: ["act"] },
);

/** The same for the same seed. */
export function faultPlan(service: Service, seed: number): FaultPlan {
  const own = subjects.filter((each) => each.service === service);
  const arbitrary = fc.record<FaultPlan>({
    service: fc.constant(service),
    subjects: fc.subarray(own, { minLength: 1 }),
    deletes: fc.boolean(),
    steps: fc
      .tuple(
        step.map((each): Step => ({ ...each, act: "up" })),
        fc.array(step, { maxLength: 4 }),
      )
      .map(([first, others]) => [first, ...others]),
    rules: fc.array(rule(service), { minLength: 1, maxLength: 4 }),
    isBesideAnother: fc.boolean(),
    isTwin: fc.constantFrom(false, false, true),
    keepLast: fc.constantFrom(undefined, undefined, 1, 2),
  });
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0]!;
}

export function told({ subjects: chosen, ...rest }: FaultPlan): string {
  return JSON.stringify({ subjects: chosen.map(({ title }) => title), ...rest });
}
