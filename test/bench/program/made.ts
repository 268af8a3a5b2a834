/** A class and its arguments; the index spreads them over what the emulator has. */
export interface Made {
  Resource: new (name: string, args: never) => unknown;
  args(index: number): object;
}
