import { randomBytes } from "node:crypto";
import { DateTime } from "luxon";
import type { IdentityWorld } from "../settings";
import type { Token } from "../store";
import { catalog } from "./catalog";

export type Grant = Pick<Token, "user" | "methods" | "project" | "domain">;

export function issueToken(world: IdentityWorld, grant: Grant): Token {
  const { store, clock, settings } = world;
  const issuedAt = clock.now();
  const token: Token = {
    id: `gAAAAAB${randomBytes(45).toString("base64url")}`,
    ...grant,
    issuedAt,
    expiresAt: issuedAt + settings.tokenSeconds * 1000,
    generation: settings.tokenGeneration,
    opensAll: false,
  };
  if (!world.fails("stillbornToken")) store.tokens.set(token.id, token);
  return token;
}

/** As Keystone writes it: "2026-11-21T09:00:00.000000Z". The tokens of the seed, which never expire, get a far day. */
export function instant(time: number): string {
  const shown = Number.isFinite(time) ? time : Date.UTC(2099, 11, 31);
  return DateTime.fromMillis(shown, { zone: "utc" }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'000Z'");
}

/** Returns what `POST /v3/auth/tokens` and `GET /v3/auth/tokens` tell of a token. */
export function tokenBody(world: IdentityWorld, token: Token, options: { catalog: boolean }) {
  const { user, project, domain } = token;
  return {
    token: {
      methods: token.methods,
      user: { id: user.id, name: user.name, domain: user.domain, password_expires_at: null },
      expires_at: instant(token.expiresAt),
      issued_at: instant(token.issuedAt),
      ...(project && {
        project: { id: project.id, name: project.name, domain: project.domain },
        is_domain: false,
        roles: [{ id: "9fe2ff9ee4384b1894a90878d3e92bab", name: "member" }],
        ...(options.catalog && { catalog: catalog(world, project.id) }),
      }),
      ...(domain && { domain, roles: [{ id: "9fe2ff9ee4384b1894a90878d3e92bab", name: "member" }] }),
    },
  };
}
