import type { Broken, Twin } from "./case";

/** Rules of some arguments, and what keeps to them. */
export interface Cases {
  broken: Broken[];
  twins: Twin[];
}

export function together(...all: Cases[]): Cases {
  return { broken: all.flatMap(({ broken }) => broken), twins: all.flatMap(({ twins }) => twins) };
}

/** Values of one argument, each refused for the same reason. */
export function refused(property: string, values: readonly unknown[], says: string | RegExp): Broken[] {
  return values.map((value) => ({ what: shown(value), property, with: { [property]: value }, says }));
}

/** Values of one argument, each accepted as it is. */
export function accepted(property: string, values: readonly unknown[]): Twin[] {
  return values.map((value) => ({
    what: `${property} ${shown(value)}`,
    with: { [property]: value },
    becomes: { [property]: value },
  }));
}

/** Another way of writing what is stored, which stays as it is written there. */
export function meansTheSame(property: string, stored: unknown, value: unknown): Twin {
  const [before, after] = [{ [property]: stored }, { [property]: value }];
  return { what: `${property} ${shown(value)} for ${shown(stored)}`, stored: before, with: after, becomes: before };
}

export function required(property: string, rule: string): Broken[] {
  return [undefined, null].map((absent) => ({
    what: absent === null ? "null" : "left out",
    property,
    with: { [property]: absent },
    says: `is required and ${rule}`,
  }));
}

const WHOLE_NUMBER = "must be a whole number above 0";

/** A whole number above 0; a string of digits is taken as the number. */
export function wholeNumber(property: string, isRequired: boolean): Cases {
  const wrong = [0, -1, 1.5, "0", "-1", "1.5", "4e3", " 5", "5 ", "five", "", true, [5], { id: 5 }];
  return {
    broken: [...refused(property, wrong, WHOLE_NUMBER), ...(isRequired ? required(property, WHOLE_NUMBER) : [])],
    twins: [
      ...accepted(property, [1, 2_147_483_648]),
      { what: `${property} "15"`, with: { [property]: "15" }, becomes: { [property]: 15 } },
      ...(isRequired ? [] : [{ what: `no ${property}`, with: { [property]: null } }]),
    ],
  };
}

/** `true` or `false`; 1 and 0 are taken as such. */
export function flag(property: string): Cases {
  return {
    broken: refused(property, ["true", "false", "1", "", 2, -1, []], "must be true or false"),
    twins: [],
  };
}

/** One of the vendor's words; `nearMiss` is a slip of `word`. */
export function words(property: string, list: readonly string[], nearMiss: string, word: string): Cases {
  const [first] = list as [string, ...string[]];
  const wrong = ["", "nonsense", first.toUpperCase(), `${first} `, 1, true, [first]];
  const near: Broken = {
    what: `"${nearMiss}", and names "${word}" as the nearest`,
    property,
    with: { [property]: nearMiss },
    says: `Nearest: "${word}"`,
  };
  const each = list.map((one) => `"${one}"`);
  const all = each.length === 1 ? `must be ${each[0]}` : `must be ${each.slice(0, -1).join(", ")} or ${each.at(-1)}`;
  return { broken: [...refused(property, wrong, all), near], twins: accepted(property, list) };
}

/** An argument that the resource does not have. */
export function unknownNames(kind: string, names: readonly (readonly [given: string, nearest?: string])[]): Cases {
  return {
    broken: names.map(([given, nearest]) => ({
      what: "as a name that does not exist",
      property: given,
      with: { [given]: "x" },
      says: `is not an argument of ${kind}. ${nearest ? `Nearest: "${nearest}"` : "Its arguments: "}`,
    })),
    twins: [],
  };
}

/** Returns the rules of what every resource has beside its vendor's arguments. */
export function ours(lossKind: string, value: string, onDeletes: readonly string[] = ["keep", "delete"]): Cases {
  const consents = "must be an object of consents";
  const last = onDeletes.at(-1)!;
  const onDelete = words("onDelete", onDeletes, last.slice(0, -1), last);
  const text = { [lossKind]: value };
  const asText = /^\d+$/.test(value)
    ? [{ what: "a number as a consent", with: { allow: { [lossKind]: Number(value) } }, becomes: { allow: text } }]
    : [];
  const broken: Broken[] = [
    ...onDelete.broken,
    { what: "a loss that does not exist", property: "allow", with: { allow: { everything: "yes" } }, says: consents },
    {
      what: "true in place of what is agreed to",
      property: `allow.${lossKind}`,
      with: { allow: { [lossKind]: true } },
      says: consents,
    },
    ...refused("allow", ["yes", 1, ["shorter-retention"]], consents),
  ];
  return { broken, twins: [...onDelete.twins, ...accepted("allow", [{}, text]), ...asText] };
}

export const adopt: Cases = {
  broken: refused("adopt", ["", true, {}, []], "must be the vendor's id"),
  twins: [...accepted("adopt", ["77"]), { what: "adopt 77", with: { adopt: 77 }, becomes: { adopt: "77" } }],
};

export const triggers: Cases = {
  broken: [
    ...refused("triggers", ["v1", 1, true, { a: 1 }], "must be a list"),
    {
      what: "a Date (as the program side marks it)",
      property: "triggers.1.at",
      with: { triggers: ["v1", { at: { __notJson: "Date" } }] },
      says: "holds a value of type Date; only JSON values",
    },
  ],
  twins: accepted("triggers", [[], ["v1"], [1, null, { deep: [true, "x"] }]]),
};

const unnamed = { name: undefined };

/** How many recovery points a resource keeps: each has a name of its own. */
export const keepLast: Cases = {
  broken: [
    ...refused("keepLast", [0, 21, -1, 1.5, "x", "", "21", true, [3]], "must be a whole number from 1 to 20"),
    {
      what: "beside keepLast",
      property: "name",
      with: { name: "before-upgrade", keepLast: 3 },
      says: "cannot stand beside keepLast",
      hangsOn: ["keepLast"],
    },
  ],
  twins: [
    ...[1, 20].map((keepLast) => ({ what: `keepLast ${keepLast}`, with: { ...unnamed, keepLast } })),
    { what: 'keepLast "3"', with: { ...unnamed, keepLast: "3" }, becomes: { keepLast: 3 } },
  ],
};

function shown(value: unknown): string {
  const text = value === undefined ? "left out" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 20)}… (${text.length - 2} characters)` : text;
}
