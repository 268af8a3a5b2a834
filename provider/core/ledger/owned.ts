/** Returns the parts that `ownerOf` on the program side joined; only the name may hold `::` itself. */
function parts(owner: string): { place: string; name: string } {
  const [stack = "", project = "", types = "", ...name] = owner.split("::");
  // The organization is not a part of a URN.
  return { place: `${stack.replace(/^.*\//, "")}::${project}::${types}`, name: name.join("::") };
}

export function logicalNameOf(owner: string): string {
  return parts(owner).name;
}

/** Returns the kind and the identity of a resource in one text. */
export function subjectOf(kind: string, owner: string): string {
  return `${kind} ${owner}`;
}

export function urnOf(owner: string, type: string): string {
  const { place, name } = parts(owner);
  return `urn:pulumi:${place}${type}::${name}`;
}
