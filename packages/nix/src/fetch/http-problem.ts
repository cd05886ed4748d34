/** Why a download failed, as a message, and whether trying again may help. */

import type { Message } from "../message.ts";
import { fetchMessages } from "./messages.ts";

export interface DownloadProblem {
  readonly message: Message;
  /** Whether it may pass. */
  readonly isTransient: boolean;
  /** Seconds that the server wants to be left alone for. */
  readonly retryAfter?: number;
}

export interface RefusedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** `forge` is the host whose token would help; nothing if it is no forge. */
export function problemOfStatus(
  url: string,
  forge: string | undefined,
  { status, headers }: RefusedAnswer,
): DownloadProblem {
  const isExhausted = status === 429 || (status === 403 && headers["x-ratelimit-remaining"] === "0");
  if (isExhausted) {
    const message = fetchMessages["rate-limited"](url, status, forge);
    const pause = retryAfter(headers);
    return { message, isTransient: status === 429 && (pause.retryAfter ?? 0) <= LONGEST_PAUSE, ...pause };
  }
  if (status === 404 || status === 410)
    return { message: fetchMessages["download-not-found"](url, status, forge), isTransient: false };
  if (status === 401 || status === 403 || status === 407)
    return { message: fetchMessages["download-forbidden"](url, status, forge), isTransient: false };
  const isFinal = (status >= 400 && status < 500 && status !== 408) || [501, 505, 511].includes(status);
  return { message: fetchMessages["download-failed"](url, status), isTransient: !isFinal, ...retryAfter(headers) };
}

/** Seconds that are waited for rather than told of. */
const LONGEST_PAUSE = 30;

export function problemOfError(url: string, error: unknown): DownloadProblem {
  const { code = "", message = String(error) } = error as NodeJS.ErrnoException;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { message: fetchMessages["host-not-found"](url, hostOf(url)), isTransient: code === "EAI_AGAIN" };
  if (code.includes("CERT") || code.startsWith("UNABLE_TO_"))
    return { message: fetchMessages["certificate-not-trusted"](url, sentence(message)), isTransient: false };
  if (code === "ERR_INVALID_URL" || error instanceof URIError)
    return { message: fetchMessages["connection-failed"](url, "it leads to what is no URL"), isTransient: false };
  const reason = REASONS[code] ?? sentence(code === "" ? message : `${message} (${code})`);
  return { message: fetchMessages["connection-failed"](url, reason), isTransient: true };
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "the connection was closed before everything was there",
  EHOSTUNREACH: "no route to the host",
  ENETUNREACH: "the network is unreachable",
  EPIPE: "the connection was closed",
  ETIMEDOUT: "the connection timed out",
};

/** A connection that was given up, in the way in which the system tells of others. */
export function connectionProblem(what: string): Error {
  return Object.assign(new Error(what), { code: "" });
}

export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** Without what OpenSSL tells programmers. */
function sentence(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function retryAfter({ "retry-after": wanted }: RefusedAnswer["headers"]): { readonly retryAfter?: number } {
  return typeof wanted === "string" && /^\d+$/u.test(wanted) ? { retryAfter: Number(wanted) } : {};
}
