import assert from "node:assert/strict";
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
  const text = JSON.stringify(told) ?? "";
  const word = `${Array.isArray(canary) ? canary[0] : canary}`;
  for (const form of formsOf(word)) {
    const isTold = text.includes(form) || text.includes(JSON.stringify(form).slice(1, -1));
    assert.ok(!isTold, `${where}: ${text}`);
  }
}

/** The text as it is, and as it travels. */
function formsOf(text: string): string[] {
  const base64 = Buffer.from(text).toString("base64").replace(/=+$/, "");
  return [text, JSON.stringify(text).slice(1, -1), base64, encodeURIComponent(text)];
}

/** The consent that a refusal prints, as a program would write it. */
export function allowIn(reason: string): Record<string, string> {
  const [, line] = /write allow: (\{.*?\})(?:, or undo the change|$)/.exec(reason) ?? [];
  assert.ok(line, reason);
  return JSON.parse(line);
}
