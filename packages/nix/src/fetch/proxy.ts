/** Proxies, as the variables name them that curl knows, and with it Nix: `https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`. */

import { request, type RequestOptions } from "node:http";
import type { Socket } from "node:net";
import { basic, type Headers } from "./credentials.ts";
import { FetchError } from "./error.ts";
import { connectionProblem } from "./http-problem.ts";
import { fetchMessages } from "./messages.ts";

export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** What it wants to hear of who asks. */
  readonly headers: Headers;
}

/** The proxy for a URL; nothing if there is none. Throws if it is of a kind that is not supported. */
export function proxyFor(url: URL, environment: Readonly<Record<string, string>>): Proxy | undefined {
  const isSecure = url.protocol === "https:";
  // programs that a web server starts have HTTP_PROXY from whoever asks it
  const names = isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"];
  const named = [...names, "all_proxy", "ALL_PROXY"].map((name) => environment[name]).find((value) => value);
  if (named === undefined || isExcepted(url, environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""))
    return undefined;
  const proxy = new URL(/^[a-z0-9]+:\/\//iu.test(named) ? named : `http://${named}`);
  if (proxy.protocol !== "http:") throw new FetchError(fetchMessages["proxy-unsupported"](proxy.protocol));
  const { authorization } =
    proxy.username === ""
      ? { authorization: undefined }
      : basic(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password));
  return {
    host: proxy.hostname,
    port: Number(proxy.port || (/:80(?:\/|$)/u.test(named) ? 80 : 1080)),
    headers: authorization === undefined ? {} : { "proxy-authorization": authorization },
  };
}

/** What a plain request looks like that goes to a proxy. */
export function throughProxy(url: URL, { host, port, headers }: Proxy, own: Headers): RequestOptions {
  return { host, port, path: url.href, headers: { ...own, ...headers, host: url.host } };
}

/** A connection to the server of a URL that goes through a proxy, which sees nothing of what is said. */
export function tunnel(
  url: URL,
  { host, port, headers }: Proxy,
  seconds: number,
  signal: AbortSignal,
): Promise<Socket> {
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      host,
      port,
      method: "CONNECT",
      path: target,
      headers: { ...headers, host: target },
      signal,
      agent: false,
    });
    asked.on("connect", ({ statusCode }, socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(connectionProblem(`the proxy '${host}:${port}' says ${statusCode}`));
    });
    if (seconds > 0)
      asked.setTimeout(seconds * 1000, () => {
        asked.destroy(connectionProblem(`no answer from the proxy '${host}:${port}' for ${seconds} s`));
      });
    asked.on("error", reject);
    asked.end();
  });
}

/** `no_proxy`: hosts with commas between them, with all that is below them, and a star for all. */
function isExcepted({ hostname, port }: URL, list: string): boolean {
  return list.split(",").some((entry) => {
    const [, name = "", only] = /^\.?(.*?)(?::(\d+))?$/u.exec(entry.trim())!;
    if (name === "" || (only !== undefined && only !== port)) return false;
    return name === "*" || hostname === name || hostname.endsWith(`.${name}`);
  });
}
