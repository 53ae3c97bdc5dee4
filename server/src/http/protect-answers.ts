import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { protectiveHeaders } from "./security-headers";

/** What Node's parser says of a request that it gave up, and what the sender is told. */
const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/**
 * Puts the protective headers on every answer, also where the application is never asked: a host that is none, broken
 * or overlong headers, a sender that is too slow, a tunnel to somewhere else.
 */
export function protectAnswers(server: Server, publicUrl: string): void {
  const protective = protectiveHeaders(publicUrl);
  server.prependListener("request", (_request, answer) => {
    // Straight on Node's response: a Headers object for each answer costs ten times as much.
    for (const [name, value] of protective) answer.setHeader(name, value);
  });
  const headers = [...protective, ["Content-Length", "0"], ["Connection", "close"]];
  const rest = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const answer = (socket: Duplex, status: string) => {
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\n${rest}\r\n`);
    else socket.destroy();
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") socket.destroy();
    else answer(socket, REASONS[error.code ?? ""] ?? "400 Bad Request");
  });
  server.on("connect", (_request, socket) => {
    socket.on("error", () => socket.destroy());
    answer(socket, "405 Method Not Allowed");
  });
}
