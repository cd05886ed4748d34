/** A server on the loopback of this machine: what it answers is a table, and what it was asked can be read. */

import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { gitEnvironment } from "../../flake/support/flake-case.ts";
import type { Certificate } from "./certificate.ts";

export type Route =
  | Buffer
  | string
  | { readonly status?: number; readonly headers?: Record<string, string | string[]>; readonly body?: Buffer | string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Request {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

export class TestServer {
  readonly #server: Server;
  readonly #scheme: string;
  readonly routes = new Map<string, Route>();
  readonly requests: Request[] = [];
  /** The folder with the repositories that are below `/git`. */
  repositories = "";
  /** What whoever asks for a repository has to say. */
  guard: string | undefined;
  /** Whether it connects whoever wants it to another server, as a proxy. */
  tunnels = false;

  private constructor(certificate: Certificate | undefined) {
    const answer = (request: IncomingMessage, response: ServerResponse): void => this.#answer(request, response);
    this.#scheme = certificate === undefined ? "http" : "https";
    this.#server = certificate === undefined ? createServer(answer) : createSecureServer(certificate, answer);
    this.#server.on("connect", ({ url = "", headers }: IncomingMessage, client: Duplex) => {
      this.requests.push({ path: url, headers });
      if (!this.tunnels) return void client.resume().end("HTTP/1.1 403 Forbidden\r\n\r\n");
      const [host, port] = url.split(":");
      const target = connect(Number(port), host, () => client.write("HTTP/1.1 200 OK\r\n\r\n"));
      target.pipe(client).pipe(target);
      target.on("error", () => {}).on("close", () => client.destroy());
      client.on("error", () => {}).on("close", () => target.destroy());
    });
  }

  static async start(certificate?: Certificate): Promise<TestServer> {
    const server = new TestServer(certificate);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  /** `localhost:12345` */
  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.#scheme}://${this.host}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { url: path = "", headers } = request;
    this.requests.push({ path, headers });
    if (path.startsWith("/git/") && this.guard !== undefined && headers.authorization !== this.guard)
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="test"' }).end();
    if (path.startsWith("/git/")) return serveGit(this.repositories, request, response);
    const route = this.routes.get(path) ?? { status: 404, body: "no such thing" };
    if (typeof route === "function") return route(request, response);
    const plain = typeof route === "string" || Buffer.isBuffer(route) ? { body: route } : route;
    response.writeHead(plain.status ?? 200, plain.headers).end(plain.body);
  }
}

/** As a web server runs Git's own program. */
function serveGit(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = request.url!.slice("/git".length).split("?", 2);
  const { headers } = request;
  const child = spawn("git", ["http-backend"], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method!,
      CONTENT_TYPE: headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(child.stdin);
  const output: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => output.push(piece));
  child.on("close", () => {
    const whole = Buffer.concat(output);
    const end = whole.indexOf("\r\n\r\n");
    const lines = whole.subarray(0, end).toString().split("\r\n");
    const fields = lines.map((line) => /^([^:]*): (.*)$/u.exec(line)!.slice(1) as [string, string]);
    const status = Number(fields.find(([name]) => name === "Status")?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== "Status")));
    response.end(whole.subarray(end + 4));
  });
}
