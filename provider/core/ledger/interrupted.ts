/** What an open note means to whoever looks at the stored resource. */
export function interrupted(id: string): string {
  return `a run that was interrupted may have made a replacement of ${id}, which no state knows`;
}
