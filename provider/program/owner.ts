import * as pulumi from "@pulumi/pulumi";

/**
 * Returns the identity of a resource: organization, stack, project, parent types and logical name. It is a promise, as an output
 * would depend on the parent, and what depends on a component waits for all of its children.
 */
export function ownerOf(name: string, type: string, parent: pulumi.Resource | undefined): Promise<string> {
  const organization = organizationOf();
  const place = organization === NONE ? "" : `${organization}/`;
  const urn = pulumi.createUrn(name, type, parent);
  return new Promise((resolve) => {
    urn.apply((known) => resolve(place + known.slice(PREFIX.length).replace(`${type}::`, "::")));
  });
}

/** Returns the organization; the one of backends without organizations where a unit test has none at all. */
function organizationOf(): string {
  try {
    return pulumi.getOrganization();
  } catch {
    return NONE;
  }
}

const PREFIX = "urn:pulumi:";
const NONE = "organization";
