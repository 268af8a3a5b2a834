import type { World } from "../core/service";
import type { Store, Token, User } from "./store";

/** Whom a request comes from, and which projects it may touch. */
export interface Access {
  readonly user: User;
  /** The scope of the token; undefined when it is unscoped, or when the request is signed with a key. */
  readonly projectId: string | undefined;
  readonly projectIds: readonly string[] | "all";
}

export function mayUse({ projectIds }: Access, projectId: string): boolean {
  return projectIds === "all" || projectIds.includes(projectId);
}

export function findToken(world: World, id: unknown): Token | undefined {
  const { tokens, generation } = world.storeOf<Store>("identity");
  const token = tokens.get(String(id));
  const isValid = token && token.expiresAt > world.clock.now() && token.generation === generation();
  return isValid ? token : undefined;
}

/** For every service that takes `X-Auth-Token`: what the token opens, or undefined when it is none of ours. */
export function isValidToken(world: World, id: unknown): Access | undefined {
  const token = findToken(world, id);
  if (!token) return undefined;
  const projectId = token.project?.id;
  const scope = projectId === undefined ? [] : [projectId];
  return { user: token.user, projectId, projectIds: token.opensAll ? "all" : scope };
}
