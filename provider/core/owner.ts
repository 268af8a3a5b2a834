import * as pulumi from "@pulumi/pulumi";

/** Whose a resource is: its URN without what every one of its kind has in common, in its organization. */
export function ownerOf(name: string, type: string, parent: pulumi.Resource | undefined): pulumi.Output<string> {
  const organization = organizationOf();
  const place = organization === NONE ? "" : `${organization}/`;
  return pulumi
    .createUrn(name, type, parent)
    .apply((urn) => place + urn.slice(PREFIX.length).replace(`${type}::`, "::"));
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
