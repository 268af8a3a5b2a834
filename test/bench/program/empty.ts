import { Empty } from "../../with/programs/declared/empty";
import type { Make } from "./make";

/** The floor: what Pulumi itself takes for a dynamic resource. */
export const make: Make = (name) => new Empty(name);
