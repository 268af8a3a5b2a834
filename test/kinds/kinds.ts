import { otcKinds } from "./otc";
import { serveravatarKinds } from "./serveravatar";
import { troveKinds } from "./trove";

/** Every kind of resource. */
export const kinds = [...serveravatarKinds, ...troveKinds, ...otcKinds];
