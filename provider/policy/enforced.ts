import type { PolicyConfigSchema, StackValidationPolicy } from "@pulumi/policy";
import type { Services } from "../services/services";
import { reviewedStack } from "./reviewed-stack";
import type { Finding, Rule } from "./rule";

/** The key that the configuration of every rule has, beside the rule's own keys. */
const UNDECIDED: PolicyConfigSchema["properties"] = {
  undecided: {
    type: "string",
    enum: ["tell", "error"],
    default: "tell",
    description: "Whether the policy `undecided` reports what cannot be decided, or it is a violation of this policy.",
  },
};

type Report = (text: string) => void;

/** The undecided findings by the names of their rules. */
type Open = Map<string, readonly Finding[]>;

/** Returns the rules as Pulumi's policies, and a last policy for what they could not decide. */
// biome-ignore lint/suspicious/noExplicitAny: each has a configuration of its own.
export function enforced(rules: readonly Rule<any>[], services: Services): StackValidationPolicy[] {
  const open: Open = new Map();
  return [...rules.map((rule) => policyOf(rule, open, services)), undecidedPolicy(open)];
}

function policyOf<Config>(rule: Rule<Config>, open: Open, services: Services): StackValidationPolicy {
  const properties = { ...rule.config, ...UNDECIDED };
  return {
    name: rule.name,
    description: rule.description,
    enforcementLevel: rule.level,
    configSchema: { properties },
    validateStack({ resources, getConfig }, report) {
      const config = configured(properties, getConfig<Config & { undecided: string }>(), report);
      const found = rule.judge(reviewedStack(resources, services), config);
      const isTold = ({ verdict }: Finding) => verdict === "undecided" && config.undecided !== "error";
      for (const finding of found.filter((each) => !isTold(each))) report(saying(finding), finding.urn);
      open.set(rule.name, found.filter(isTold));
    },
  };
}

/** Returns the policy for what is not decided: Pulumi has one level for each policy, and undecided is no violation. */
function undecidedPolicy(open: Open): StackValidationPolicy {
  return {
    name: "undecided",
    description: "Reports what the other policies of this pack could not decide.",
    enforcementLevel: "advisory",
    validateStack(_args, report) {
      for (const [rule, found] of open) {
        for (const text of new Set(found.map((finding) => finding.text))) {
          const urns = found.filter((finding) => finding.text === text).map(({ urn }) => urn);
          if (urns.length === 1) report(`${rule}: ${text}`, urns[0]);
          else report(`${rule}: ${text}: ${listed(urns)}`);
        }
      }
      open.clear();
    },
  };
}

const MOST_NAMES = 10;

function listed(urns: readonly string[]): string {
  const names = urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function saying({ verdict, text }: Finding): string {
  return verdict === "undecided" ? `undecided: ${text}` : text;
}

/** Refuses misspelt keys, which would leave a default in force in silence. */
function configured<C extends object>(properties: PolicyConfigSchema["properties"], given: C, report: Report): C {
  const known = Object.keys(properties);
  for (const name of Object.keys(given).filter((each) => !known.includes(each))) {
    report(`its configuration says ${name}, which it does not know; it knows ${known.join(", ")}`);
  }
  return { ...Object.fromEntries(known.map((name) => [name, properties[name]?.default])), ...given };
}
