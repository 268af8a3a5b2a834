/** Declares one resource; the index spreads them over what the emulator has. */
export type Make = (name: string, index: number) => void;
