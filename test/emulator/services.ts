import type { Service } from "./core/service";
import { unbuilt } from "./core/unbuilt";
import { dds } from "./dds";
import { geminidb } from "./geminidb";
import { identity } from "./identity";
import { serveravatar } from "./serveravatar";

/** Every service of the emulator: a new one is one line here. */
export const services: readonly Service[] = [serveravatar, unbuilt("trove", 1), dds, geminidb, identity];
