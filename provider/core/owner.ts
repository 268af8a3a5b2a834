import * as pulumi from "@pulumi/pulumi";

/** Whose a resource is: its URN without what every one of its kind has in common. */
export function ownerOf(name: string, type: string, parent: pulumi.Resource | undefined): pulumi.Output<string> {
  return pulumi.createUrn(name, type, parent).apply((urn) => urn.slice(PREFIX.length).replace(`${type}::`, "::"));
}

const PREFIX = "urn:pulumi:";
