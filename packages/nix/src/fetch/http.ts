/**
 * Downloads over HTTP: redirects, passwords, attempts. What is a token for one host is never sent to another one, and URLs
 * of redirects, which may be secrets themselves, are never told.
 */

import { type ClientRequest, request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, rootCertificates } from "node:tls";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { basic, type Headers, netrcHeaders } from "./credentials.ts";
import { FetchError } from "./error.ts";
import { type DownloadProblem, hostOf, problemOfError, problemOfStatus, connectionProblem } from "./http-problem.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { type Proxy, proxyFor, throughProxy, tunnel } from "./proxy.ts";
import { shownUrl } from "./shown-url.ts";

export interface Download {
  readonly url: string;
  /** For the host of the URL alone. */
  readonly headers?: Headers;
  /** The host whose token would help, if it is a forge's. */
  readonly forge?: string;
}

export interface Answer {
  /** Where the same thing stays what it is, if the server says so. */
  readonly immutableUrl: string | undefined;
}

/**
 * Is given what comes, from the start again with every attempt. `total` is how much that will be, if it is known. What it
 * throws itself has to be a {@link FetchError}: anything else is taken for a fault of the connection.
 */
export type Receive = (pieces: AsyncIterable<Buffer>, total: number | undefined) => Promise<void>;

export async function download(wanted: Download, receive: Receive, options: FetchOptions): Promise<Answer> {
  const { attempts, retryDelay } = options.network;
  const source = shownUrl(wanted.url);
  for (let attempt = 1; ; attempt++) {
    const { problem, answer } = await tryOnce(wanted, receive, options);
    if (answer !== undefined) return answer;
    if (!problem.isTransient || attempt >= attempts) throw new FetchError(problem.message);
    const delay = Math.max(retryDelay * 2 ** (attempt - 1), Math.min(problem.retryAfter ?? 0, 30) * 1000);
    options.onProgress({ source, step: "retrying", told: problem.message.text });
    await sleep(delay, undefined, { signal: options.signal });
  }
}

/** The whole answer as text. */
export async function downloadText(wanted: Download, options: FetchOptions): Promise<string> {
  let text = "";
  await download(
    wanted,
    async (pieces) => {
      const received: Buffer[] = [];
      let size = 0;
      for await (const piece of pieces) {
        size += piece.length;
        if (size > LONGEST_TEXT)
          throw new FetchError(fetchMessages["download-too-large"](shownUrl(wanted.url), "64 MB"));
        received.push(piece);
      }
      text = Buffer.concat(received).toString();
    },
    options,
  );
  return text;
}

const LONGEST_TEXT = 64 * 2 ** 20;
const MOST_REDIRECTS = 10;

type Attempt =
  | { readonly answer: Answer; readonly problem?: undefined }
  | { readonly problem: DownloadProblem; readonly answer?: undefined };

async function tryOnce(wanted: Download, receive: Receive, options: FetchOptions): Promise<Attempt> {
  const told = shownUrl(wanted.url);
  let link: string | undefined;
  try {
    const first = new URL(wanted.url);
    let url = first;
    for (let redirects = 0; ; redirects++) {
      if (redirects > MOST_REDIRECTS) throw new FetchError(fetchMessages["too-many-redirects"](told));
      const response = await ask(url, headersFor(url, first, wanted.headers ?? {}, options), options);
      const { statusCode: status = 0, headers } = response;
      // that of a redirect counts, too
      link = immutableUrl(response) ?? link;
      const next = status >= 300 && status < 400 && status !== 304 ? headers.location : undefined;
      if (next !== undefined) {
        response.destroy();
        url = new URL(next, url);
        if (url.protocol !== "http:" && url.protocol !== "https:")
          throw new FetchError(fetchMessages["connection-failed"](told, `it leads to '${url.protocol}'`));
        continue;
      }
      if (![200, 201, 204, 206].includes(status)) {
        response.destroy();
        return { problem: problemOfStatus(told, wanted.forge, { status, headers }) };
      }
      await receive(bodyOf(response), lengthOf(response));
      return { answer: { immutableUrl: link } };
    }
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof FetchError) throw error;
    return { problem: problemOfError(told, error) };
  }
}

function headersFor(url: URL, first: URL, own: Headers, { network }: FetchOptions): Headers {
  const isSameHost = url.origin === first.origin;
  const known =
    url.username === ""
      ? netrcHeaders(url.hostname, network.netrc)
      : basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  return {
    accept: "*/*",
    "accept-encoding": "identity",
    "user-agent": network.userAgent,
    ...known,
    ...(isSameHost ? own : {}),
  };
}

async function ask(url: URL, headers: Headers, options: FetchOptions): Promise<IncomingMessage> {
  const { network, environment } = options;
  const { connectTimeout, stalledTimeout } = network;
  const plain = new URL(url);
  plain.username = plain.password = "";
  const proxy = proxyFor(plain, environment);
  const start = await prepare(plain, headers, proxy, options);
  return new Promise((resolve, reject) => {
    const request = start();
    const giveUp = (seconds: number): void => {
      request.destroy(connectionProblem(`no answer from '${hostOf(plain.href)}' for ${seconds} s`));
    };
    const limit = connectTimeout === 0 ? undefined : setTimeout(() => giveUp(connectTimeout), connectTimeout * 1000);
    request.on("socket", (socket) => {
      if (socket.connecting) socket.once("connect", () => clearTimeout(limit));
      else clearTimeout(limit);
    });
    if (stalledTimeout > 0) request.setTimeout(stalledTimeout * 1000, () => giveUp(stalledTimeout));
    request.on("response", resolve).on("error", reject);
    request.on("close", () => clearTimeout(limit));
    request.end();
  });
}

/** How the request is made: straight, or by way of a proxy. */
async function prepare(
  url: URL,
  headers: Headers,
  proxy: Proxy | undefined,
  { network, signal }: FetchOptions,
): Promise<() => ClientRequest> {
  const ca = network.certificates ?? [...rootCertificates];
  if (url.protocol !== "https:") {
    if (proxy === undefined) return () => requestPlain(url, { headers, signal, agent: false });
    return () => requestPlain({ ...throughProxy(url, proxy, headers), signal, agent: false });
  }
  if (proxy === undefined) return () => requestSecure(url, { headers, signal, agent: false, ca });
  const socket = await tunnel(url, proxy, network.connectTimeout, signal);
  const { hostname: host } = url;
  const createConnection = (): Socket => connect({ socket, host, servername: isIP(host) === 0 ? host : "", ca });
  return () => requestSecure(url, { headers, signal, createConnection });
}

/** What was sent, however it was packed for the way. */
async function* bodyOf(response: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  const unpack = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding
  ];
  const expected = lengthOf(response);
  let received = 0;
  const counted = async function* (): AsyncIterable<Buffer> {
    for await (const piece of response as AsyncIterable<Buffer>) {
      received += piece.length;
      yield piece;
    }
  };
  if (unpack === undefined) yield* counted();
  else {
    const { pipeline } = await import("node:stream");
    const stream = unpack();
    pipeline(counted, stream, () => {});
    yield* stream as AsyncIterable<Buffer>;
  }
  if (expected !== undefined && received !== expected && response.headers["content-encoding"] === undefined)
    throw Object.assign(new Error("closed early"), { code: "ECONNRESET" });
}

function lengthOf({ headers }: IncomingMessage): number | undefined {
  const length = Number(headers["content-length"]);
  return Number.isSafeInteger(length) && headers["content-encoding"] === undefined ? length : undefined;
}

function immutableUrl({ headersDistinct }: IncomingMessage): string | undefined {
  const links = [...(headersDistinct["link"] ?? []), ...(headersDistinct["x-amz-meta-link"] ?? [])];
  return links.flatMap((each) => /^<([^>]*)>; rel="immutable"$/iu.exec(each.trim())?.[1] ?? []).at(-1);
}
