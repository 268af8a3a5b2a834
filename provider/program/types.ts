/** The namespaces of the types that a kind has in Pulumi, by the form of the provider. They are part of every URN. */
export const TYPES = { dynamic: "pulumi-nodejs:dynamic/", plugin: "backup-plans:" } as const;

/** Returns the kind of a Pulumi type, `<service>:<Kind>`; nothing where it is none of ours. */
export function kindOfType(type: string): string | undefined {
  const prefix = Object.values(TYPES).find((each) => type.startsWith(each));
  return prefix && type.slice(prefix.length);
}
