import type { Bed, Kind } from "./bed";
import { atMost, type Row } from "./row";

const COUNT = 20;

/** What a stack has to store. */
export async function bytes(bed: Bed): Promise<Row[]> {
  const [empty, bare, plan, usual] = await Promise.all(
    (["empty", "bare", "plan", "usual"] as const).map((kind) => storedOf(bed, kind)),
  );
  const kilobytes = (value: number) => `${(value / 1000).toFixed(2)} kB`;
  return [
    atMost("bytes of the serialized provider", plan!.provider, 130),
    { measure: "bytes of one that is serialized whole", figure: `${usual!.provider}` },
    {
      measure: "state per ServerAvatar plan",
      reach: "≤ 2.00 kB",
      figure: `${kilobytes(plan!.each)} (empty resource ${kilobytes(empty!.each)}, serialized whole ${kilobytes(usual!.each)})`,
      reached: plan!.each <= 2000,
    },
    {
      measure: "of that: Pulumi's own, and the arguments, which it stores twice",
      figure: kilobytes(bare!.each - 2 * bare!.provider),
    },
    { measure: "of that: the serialized provider, which it stores twice", figure: kilobytes(2 * plan!.provider) },
  ];
}

/** What each of so many of a kind takes in a stack, and its provider of that. */
export async function storedOf(bed: Bed, kind: Kind): Promise<{ each: number; provider: number }> {
  const subject = await bed.filled(kind, COUNT);
  const resources = (await subject.state()).filter(({ type }) => /^(pulumi-nodejs:dynamic|backup-plans:)/.test(type));
  await subject.dispose();
  const each = Buffer.byteLength(JSON.stringify(resources)) / COUNT;
  return { each, provider: Buffer.byteLength(`${resources[0]!.outputs!.__provider}`) };
}
