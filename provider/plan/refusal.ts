import { isAgreed, isSpent, type Lines, type Loss, lineFor } from "./losses";

/**
 * Returns the refusal of these losses: a line for each, which begins with the resource's name, and one line of `allow` that
 * agrees to all losses of the resource.
 */
export function refusalOf(resource: string, open: readonly Loss[], lines: Lines, others: readonly Loss[] = []): string {
  const told = open.map((loss) => `${resource}: ${loss.property}: ${loss.text}${mismatch(loss, lines)}`);
  const agreed = others.filter((loss) => isAgreed(loss, lines));
  const undecided = others.filter((loss) => !open.includes(loss) && !agreed.includes(loss));
  const entries = [...open, ...undecided, ...agreed].map(
    (loss) => `"${loss.kind}": ${JSON.stringify(lineFor(loss, lines))}`,
  );
  const these = open.length === 1 ? "This loss needs" : "These losses need";
  return `${told.join(".\n")}. ${these} consent: write allow: { ${entries.join(", ")} }, or undo the change. ${HOW_TO_SEE_ALL}`;
}

const HOW_TO_SEE_ALL = "BACKUP_PLANS_LOSSES=report pulumi preview shows the losses of all resources at once";

function mismatch(loss: Loss, lines: Lines): string {
  const line = lines.allow?.[loss.kind];
  if (line === undefined) return "";
  return isSpent(loss, lines)
    ? ` (the allow "${line}" is spent: an earlier pulumi up stored it)`
    : ` (the allow that is there names "${line}")`;
}

/** A loss in a refusal. */
interface ToldLoss {
  kind: string;
  /** The line that agrees to it. */
  line: string;
  property: string;
  text: string;
  /** The existing line that does not agree. */
  otherwise: string | undefined;
}

const REFUSAL = /(.*?)\. (?:This loss needs|These losses need) consent: write allow: (\{ .*? \}), or undo the change/gs;

const LINE =
  /^([\w, ]+?): (.*?)(?: \(the allow (?:"(.*)" is spent: an earlier pulumi up stored it|that is there names "(.*)")\))?$/;

/** Returns the losses of every refusal in a text: the inverse of `refusalOf`. */
export function lossesTold(resource: string, text: string): ToldLoss[] {
  return [...text.matchAll(REFUSAL)].flatMap(([, told = "", allow = "{}"]) => {
    const entries = Object.entries(JSON.parse(allow) as Record<string, string>);
    // A warning has the whole refusal on one line. Pulumi may write words of its own before the first loss.
    const [first = "", ...others] = told.trim().replaceAll("\n", " ").split(`. ${resource}: `);
    const begin = first.indexOf(`${resource}: `);
    const lines = [begin < 0 ? first : first.slice(begin + resource.length + 2), ...others];
    return entries.flatMap(([kind, line], index) => {
      const [, property, words, spent, other] = LINE.exec(lines[index] ?? "") ?? [];
      if (property === undefined || words === undefined) return [];
      return { kind, line, property: property.trim(), text: words, otherwise: spent ?? other };
    });
  });
}
