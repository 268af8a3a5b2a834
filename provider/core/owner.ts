import * as pulumi from "@pulumi/pulumi";

/**
 * Whose a resource is: its URN without what every one of its kind has in common, in its organization. Backends without
 * organizations all have the same one, which goes without saying.
 */
export function ownerOf(name: string, type: string, parent: pulumi.Resource | undefined): pulumi.Output<string> {
  const organization = pulumi.getOrganization();
  const place = organization === NONE ? "" : `${organization}/`;
  return pulumi
    .createUrn(name, type, parent)
    .apply((urn) => place + urn.slice(PREFIX.length).replace(`${type}::`, "::"));
}

const PREFIX = "urn:pulumi:";
const NONE = "organization";
