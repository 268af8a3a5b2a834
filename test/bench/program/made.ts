/** A class and its arguments; the index spreads them over what the emulator has. */
export interface Made {
  // biome-ignore lint/suspicious/noExplicitAny: each class has arguments of its own.
  Resource: new (
    name: string,
    args: any,
  ) => unknown;
  args(index: number): object;
}
