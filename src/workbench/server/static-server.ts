import { createServer } from "node:http";
import { staticAnswer } from "./static-files";

/** A server under way. */
export interface StaticServer {
  /** Where it answers, e.g. `http://localhost:3000`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder to this machine alone. Port 0, the default, takes a free one; rejects where the port is taken.
 */
export function serveFolder(folder: string, port = 0): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { status, headers, body } = staticAnswer(folder, request.method ?? "GET", pathname);
    response.writeHead(status, headers);
    response.end(body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") {
        reject(new Error("The server has no port."));
        return;
      }
      resolve({
        origin: `http://localhost:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
