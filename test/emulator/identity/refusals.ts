import { Refusal } from "../core/refusal";
import type { World } from "../core/service";

export const unauthorizedWords = "The request you have made requires authentication.";

/** Keystone's body for every refusal. */
export const keystoneError = (code: number, title: string, message: string) => ({ error: { code, message, title } });

export const refusals = {
  unauthorized: (world: World, message = unauthorizedWords) =>
    new Refusal(401, keystoneError(401, "Unauthorized", message), {
      "www-authenticate": `Keystone uri="${world.urls.identity}/v3"`,
    }),
  badRequest: (message: string) => new Refusal(400, keystoneError(400, "Bad Request", message)),
  notFound: (message: string) => new Refusal(404, keystoneError(404, "Not Found", message)),
};
