import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../core/refusal";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Not among the methods that a 405 names. */
    undocumented?: boolean;
  }
}

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];
const pathOf = (request: FastifyRequest) => request.url.split("?")[0]!.slice(1);

/** Laravel's answer to a path that no route has. */
export function routeNotFound(request: FastifyRequest) {
  return { message: `The route ${pathOf(request)} could not be found.` };
}

/** Laravel's answer to a path that has routes, but none for this method. */
export function methodNotAllowed(request: FastifyRequest, supported: readonly string[]): Refusal {
  const names = supported.join(", ");
  const message = `The ${request.method} method is not supported for route ${pathOf(request)}. Supported methods: ${names}.`;
  return new Refusal(405, { message }, { allow: names });
}

/** Call it before the routes are added, and what it returns after: every other method is then refused with 405. */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const supported = new Map<string, string[]>();
  app.addHook("onRoute", ({ url, method, config }) => {
    if (!config?.undocumented) supported.set(url, [...(supported.get(url) ?? []), ...[method].flat()]);
  });
  return () => {
    for (const [url, known] of supported) {
      const others = methods.filter((method) => !app.hasRoute({ url, method }));
      if (others.length === 0) continue;
      app.route({
        url,
        method: others,
        config: { undocumented: true },
        handler: (request) => {
          throw methodNotAllowed(request, known);
        },
      });
    }
  };
}
