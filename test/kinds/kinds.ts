import { otcKinds } from "./otc-kinds";
import { serveravatarKinds } from "./serveravatar-kinds";
import { troveKinds } from "./trove-kinds";

/** Every kind of resource. */
export const kinds = [...serveravatarKinds, ...troveKinds, ...otcKinds];
