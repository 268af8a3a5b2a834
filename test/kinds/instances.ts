export type Otc = "dds" | "geminidb";

/** The instances that the emulator has, in the project that a test is logged in to. */
export const instances = {
  trove: ["d4603f69-ec7e-4e9b-803f-600b9205576f", "44b277eb-39be-4921-be31-3d61b43651d7"],
  dds: [
    "a89dab5e39394eccbdb77b19d57b0180in02",
    "b90ebc6f4a4a5fddcec88c20e68c1291in02",
    "c01fcd705b5b60eedfd99d31f79d23a2in02",
  ],
  geminidb: [
    "a4d8ea2584e047439a667703c0684119in06",
    "b5e9fb3695f158540b778814d1795220in06",
    "c6fa0c47a60269651c889925e28a6331in06",
  ],
} as const;
