import type { Service } from "./core/service";
import { dds } from "./dds";
import { geminidb } from "./geminidb";
import { identity } from "./identity";
import { rackspace } from "./rackspace";
import { rds } from "./rds";
import { serveravatar } from "./serveravatar";
import { trove } from "./trove";

/** Every service of the emulator: a new one is one word here. */
const all = { serveravatar, trove, dds, geminidb, rds, rackspace, identity };

export type ServiceName = keyof typeof all;

export const services: readonly Service[] = Object.values(all);
