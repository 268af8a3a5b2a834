import fc from "fast-check";

/** Texts that a client, a proxy or a server could take for another path than that of one id. */
export const HOSTILE = [
  ...[
    ".",
    "..",
    "../5",
    "5/..",
    "/5",
    "5/",
    "a/b",
    "a\\b",
    "%2e%2e",
    "%2E",
    "%2f",
    "%252e%252e",
    "..%2f5",
    "..;",
    ".%00",
  ],
  ...[
    "",
    " ",
    "5 ",
    "5\n",
    "5\r\nhost: evil",
    "\u0000",
    "5\u0007",
    "\u202e5",
    "５",
    "．．",
    "\ud800",
    "5?x=1",
    "5#x",
    "*",
  ],
  ...["__proto__/x", "a".repeat(256), "x".repeat(1_000_000)],
];

/** Whoever puts these together makes the rest. */
const PIECES = [
  ...[
    "..",
    "/",
    "\\",
    "%2e",
    "%2F",
    "%00",
    "%0d%0a",
    "?",
    "#",
    ";",
    "&x=1",
    "$(id)",
    "{{x}}",
    "`id`",
    "' or 1=1--",
    "<b>",
  ],
  ...[
    "\u0000",
    "\u001b[2J",
    "\u0007",
    "\u0085",
    "\u009b1m",
    "\n::error::x",
    "\r\n",
    "\u2028",
    "\u202e",
    "\u2066",
    "\ufeff",
  ],
  ...[
    "\ud800",
    "\udfff",
    "\u200d",
    "e\u0301",
    "\u{1f4a9}",
    "５",
    "İ",
    "__proto__",
    "constructor",
    "toString",
    "null",
    "-1",
    "1e9",
  ],
];

const SEED = 14;
export const VALUES = 200;

/** Of one argument, by what it may be. */
export function valuesFor(valid: string): string[] {
  const piece = fc.constantFrom(...PIECES, valid, valid.slice(0, 3), "a");
  const some = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(""));
  const made = fc.sample(some, { seed: SEED, numRuns: 4 * VALUES }).filter((value) => value !== valid);
  return [...new Set([...HOSTILE, ...made])].slice(0, VALUES);
}
