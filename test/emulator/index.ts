export { type Emulator, type EmulatorOptions, type EmulatorUrls, startEmulator } from "./start-emulator";
