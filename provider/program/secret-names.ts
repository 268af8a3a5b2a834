import * as pulumi from "@pulumi/pulumi";

/** Returns the names of the arguments that the program marks secret. The provider gets their values in plain text. */
export async function secretNames(args: object, also: readonly string[] = []): Promise<string[] | undefined> {
  const entries = await Promise.all(
    Object.entries(args).map(async ([name, value]) => (also.includes(name) || (await isSecret(value)) ? name : "")),
  );
  const names = entries.filter((name) => name !== "");
  return names.length > 0 ? names : undefined;
}

async function isSecret(value: unknown): Promise<boolean> {
  return typeof value === "object" && value !== null && pulumi.isSecret(pulumi.output(value));
}
