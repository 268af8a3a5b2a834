import { gzipSync } from "node:zlib";
import type { Answer } from "../rules";

/** As services that give one name it. */
const REQUEST_ID = "x-request-id: req-4711";

const JSON_TYPE = "content-type: application/json";

/** A whole HTTP answer. */
function said(body: string | Buffer, status = "200 OK", ...headers: string[]): Answer {
  return (socket) => {
    const bytes = Buffer.from(body);
    socket.write(
      [
        `HTTP/1.1 ${status}`,
        REQUEST_ID,
        `content-length: ${bytes.length}`,
        ...headers,
        "connection: close",
        "",
        "",
      ].join("\r\n"),
    );
    socket.end(bytes);
  };
}

/** Headers, and then bytes as `send` likes, until the client leaves. */
function streamed(
  send: (write: (bytes: Buffer) => boolean, socket: Parameters<Answer>[0]) => void,
  ...headers: string[]
): Answer {
  return (socket) => {
    socket.on("error", () => socket.destroy());
    const all = [JSON_TYPE, REQUEST_ID, "transfer-encoding: chunked", ...headers];
    socket.write(["HTTP/1.1 200 OK", ...all, "", ""].join("\r\n"));
    send(
      (bytes) =>
        socket.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")])),
      socket,
    );
  };
}

const MEGABYTE = Buffer.alloc(1024 * 1024, " ");
/** Some kilobytes, of which a stream may hold as many as it likes. */
const PACKED = gzipSync(Buffer.alloc(16 * 1024 * 1024, " "));

const trickle = streamed((write, socket) => {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : write(Buffer.from(" "))), 100);
});

/** Without an end, as fast as it is taken. */
function flood(bytes: Buffer, ...headers: string[]): Answer {
  return streamed(
    (write, socket) => {
      const pour = () => {
        while (!socket.destroyed && write(bytes));
        if (!socket.destroyed) socket.once("drain", pour);
      };
      pour();
    },
    ...headers,
  );
}

/** What no service should answer; `elsewhere` is the address that a redirect names. */
export function badAnswers(elsewhere: string): Record<string, Answer> {
  return {
    "no JSON": said("fine, thank you", "200 OK", "content-type: text/plain"),
    HTML: said("<html><body><h1>Welcome to nginx!</h1></body></html>", "200 OK", "content-type: text/html"),
    empty: said("", "200 OK", JSON_TYPE),
    null: said("null", "200 OK", JSON_TYPE),
    "wrong types": said('{"data":"none","backups":7,"backup":"no","current_page":"x"}', "200 OK", JSON_TYPE),
    "missing ids": said('{"data":[{}],"backups":[{}],"backup":{},"current_page":1,"last_page":1}', "200 OK", JSON_TYPE),
    "200 with an error inside": said('{"error":"internal failure","status":500}', "200 OK", JSON_TYPE),
    "a request that took too long": said("<h1>Request Timeout</h1>", "408 Request Timeout", "content-type: text/html"),
    "a redirect elsewhere": said("", "302 Found", `location: ${elsewhere}/steal`),
    "a permanent redirect": said("", "308 Permanent Redirect", `location: ${elsewhere}/steal`),
    "no HTTP": (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"),
    "broken gzip": said(gzipSync("{}").subarray(0, 12), "200 OK", JSON_TYPE, "content-encoding: gzip"),
    "a gzip bomb": flood(PACKED, "content-encoding: gzip"),
    "hangs before the headers": () => {},
    "hangs in the headers": (socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-type: appl"),
    "hangs in the body": (socket) =>
      void socket.write(`HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${REQUEST_ID}\r\ncontent-length: 100\r\n\r\n{"data":[`),
    "a trickle of bytes": trickle,
    gigabytes: flood(MEGABYTE),
  };
}
