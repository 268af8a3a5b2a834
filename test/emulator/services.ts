import type { Service } from "./core/service";
import { dds } from "./dds";
import { geminidb } from "./geminidb";
import { identity } from "./identity";
import { serveravatar } from "./serveravatar";
import { trove } from "./trove";

/** Every service of the emulator: a new one is one line here. */
export const services: readonly Service[] = [serveravatar, trove, dds, geminidb, identity];
