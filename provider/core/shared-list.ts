/** One look at a list serves everybody who asks meanwhile; nobody gets a look that began before the question. */
export class SharedList<T> {
  private next: Promise<T> | undefined;
  private current: Promise<unknown> = Promise.resolve();

  fresh(look: () => Promise<T>): Promise<T> {
    this.next ??= this.afterCurrent(look);
    return this.next;
  }

  private async afterCurrent(look: () => Promise<T>): Promise<T> {
    await this.current;
    const looking = look();
    this.next = undefined;
    this.current = looking.catch(() => undefined);
    return looking;
  }
}
