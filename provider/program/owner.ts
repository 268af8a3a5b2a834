import * as pulumi from "@pulumi/pulumi";

/**
 * Whose a resource is: its URN without what every one of its kind has in common, in its organization. A promise, as an
 * output would depend on the parent, and what depends on a component waits for all of its children.
 */
export function ownerOf(name: string, type: string, parent: pulumi.Resource | undefined): Promise<string> {
  const organization = organizationOf();
  const place = organization === NONE ? "" : `${organization}/`;
  const urn = pulumi.createUrn(name, type, parent);
  return new Promise((resolve) => {
    urn.apply((known) => resolve(place + known.slice(PREFIX.length).replace(`${type}::`, "::")));
  });
}

/** Backends that know no organizations all have this one; in a program's own tests there may be none at all. */
function organizationOf(): string {
  try {
    return pulumi.getOrganization();
  } catch {
    return NONE;
  }
}

const PREFIX = "urn:pulumi:";
const NONE = "organization";
