import { createServer, type Server } from "node:http";
import { isRecord } from "../wire/json";
import type { StaticAnswer } from "./static-files";

/** Answers a request; `target` is the path with its query, `host` what the request says it was sent to (the header Host). */
export type Answer = (method: string, target: string, host: string) => StaticAnswer;

/** A server under way. */
export interface Serving {
  readonly port: number;
  /** Ports that were asked for before it and are taken. */
  readonly taken: readonly number[];
  readonly close: () => Promise<void>;
}

/** How many ports are tried one after another. */
const attempts = 20;

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      const address = server.address();
      resolve(address === null || typeof address === "string" ? port : address.port);
    });
  });
}

const isTaken = (error: unknown): boolean => isRecord(error) && error["code"] === "EADDRINUSE";

/**
 * Serves on the first free port from the given one on (0: any that is free). Rejects where the host cannot be listened on, or too many ports
 * are taken.
 */
export async function serve(answer: Answer, port: number, host: string): Promise<Serving> {
  const taken: number[] = [];
  for (;;) {
    const server = createServer((request, response) => {
      const { status, headers, body } = answer(request.method ?? "GET", request.url ?? "/", request.headers.host ?? "");
      response.writeHead(status, headers);
      response.end(body);
    });
    try {
      const found = await listen(server, port + taken.length, host);
      return {
        port: found,
        taken,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (!isTaken(error) || taken.length + 1 >= attempts) throw error;
      taken.push(port + taken.length);
    }
  }
}
