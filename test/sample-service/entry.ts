// The line of provider/index.ts.
export * as sample from ".";
