export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The value of its JSON, or its text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back.
  readonly body: any;
}

type Headed = Record<string, string>;

/** Sends one request, with its body as JSON. */
export async function request(url: string, method: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
  const json: RequestInit = { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
  const answer = await fetch(url, { method, ...(body === undefined ? { headers } : json) });
  const text = await answer.text();
  const isJson = text !== "" && answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
}

/** Sends one request, and returns the body of an answer that must be a success. */
export async function send(...[url, method, ...rest]: Parameters<typeof request>): Promise<Answer["body"]> {
  const { status, body } = await request(url, method, ...rest);
  if (status >= 400) throw new Error(`${method} ${url}: ${status} ${JSON.stringify(body)}`);
  return body === "" ? undefined : body;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back.
export type Control = <T = any>(method: string, path: string, body?: unknown) => Promise<T>;

/** The emulator's control port, through which a test sets the stage and sees what the services hold. */
export function controlOf({ control }: { control: string }): Control {
  return (method, path, body) => send(control + path, method, body);
}
