import assert from "node:assert/strict";
import { assertUntold as assertNone } from "../journeys/canaries";
import { HostError } from "./host-error";

/** An answer, or an error with what it would leave in state. */
export async function told(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { message: error.message, unfinished: error.unfinished };
  }
}

/** The answer without the argument itself, wherever an answer holds arguments. */
export function without(argument: string, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((each) => without(argument, each));
  if (typeof answer !== "object" || answer === null) return answer;
  const entries = Object.entries(answer).filter(([name]) => name !== argument);
  return Object.fromEntries(entries.map(([name, value]) => [name, without(argument, value)]));
}

/** Fails when a text that is in `canary` is in what was told, in any form in which it may travel. */
export function assertUntold(canary: unknown, told: unknown, where: string): void {
  assertNone(where, JSON.stringify(told) ?? "", [`${Array.isArray(canary) ? canary[0] : canary}`]);
}

/** The consent that a refusal prints, as a program would write it. */
export function allowIn(reason: string): Record<string, string> {
  const [, line] = /write allow: (\{.*?\})(?:, or undo the change|$)/.exec(reason) ?? [];
  assert.ok(line, reason);
  return JSON.parse(line);
}
