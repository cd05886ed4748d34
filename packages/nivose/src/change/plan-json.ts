/**
 * A plan as JSON, so that it can be saved, looked at, and applied later or elsewhere. Version 1:
 *
 *     {
 *       "format": "nivose-plan",
 *       "version": 1,
 *       "title": "Add host luna",
 *       "changes": [
 *         { "kind": "edit", "path": "flake.nix", "before": "sha256-…",
 *           "splices": [{ "start": 120, "end": 120, "text": "luna = …;\n" }] },
 *         { "kind": "create", "path": "hosts/luna/default.nix", "mode": "644", "text": "{ … }\n" },
 *         { "kind": "link", "path": "hosts/current", "target": "luna" },
 *         { "kind": "move", "path": "a.nix", "to": "modules/a.nix", "before": "sha256-…" },
 *         { "kind": "delete", "path": "old.nix", "before": "link:new.nix" }
 *       ]
 *     }
 *
 * `start` and `end` count bytes of the file as it was (`before` is its SHA-256, or the target of a link). Contents
 * that are not UTF-8 are under `base64` instead of `text`. `mode` is octal.
 */

import type { Edit } from "@nivose/nix/syntax";
import { isFingerprint } from "./fingerprint.ts";
import { mergePlans } from "./merge.ts";
import { changeMessages } from "./messages.ts";
import type { Change, Plan } from "./plan.ts";
import { ChangeRefused, problem, refuse, type Checked } from "./problem.ts";

export const PLAN_VERSION = 1;

export function planToJson(plan: Plan): string {
  const document = {
    format: "nivose-plan",
    version: PLAN_VERSION,
    title: plan.title,
    changes: plan.changes.map(written),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Reads what {@link planToJson} wrote, and checks it as if a stranger had written it. */
export function planFromJson(text: string): Checked<Plan> {
  try {
    const document = fields(parseJson(text), "");
    if (document["format"] !== "nivose-plan") refuse(changeMessages["change-plan-json"]("format", '"nivose-plan"'));
    if (document["version"] !== PLAN_VERSION) {
      refuse(changeMessages["change-plan-version"](JSON.stringify(document["version"]) ?? "unknown"));
    }
    const title = string(document["title"], "title");
    const changes = list(document["changes"], "changes").map((change, index) => read(change, `changes[${index}]`));
    return mergePlans(title, [{ title, changes }]);
  } catch (error) {
    if (error instanceof ChangeRefused) return { ok: false, problems: error.problems };
    throw error;
  }
}

function written(change: Change): object {
  switch (change.kind) {
    case "edit": {
      const splices = change.splices.map(({ start, end, bytes }) => ({ start, end, ...writtenBytes(bytes) }));
      return { kind: change.kind, path: change.path, before: change.before, splices };
    }
    case "create":
      return { kind: change.kind, path: change.path, mode: change.mode.toString(8), ...writtenBytes(change.bytes) };
    case "link":
      return { kind: change.kind, path: change.path, target: change.target };
    case "move":
      return { kind: change.kind, path: change.path, to: change.to, before: change.before };
    case "delete":
      return { kind: change.kind, path: change.path, before: change.before };
  }
}

function read(value: unknown, at: string): Change {
  const change = fields(value, at);
  const path = string(change["path"], `${at}.path`);
  switch (change["kind"]) {
    case "edit": {
      const splices = list(change["splices"], `${at}.splices`).map((splice, index) =>
        readSplice(splice, `${at}.splices[${index}]`),
      );
      return { kind: "edit", path, before: fingerprint(change["before"], `${at}.before`), splices };
    }
    case "create":
      return { kind: "create", path, mode: mode(change["mode"], `${at}.mode`), bytes: readBytes(change, at) };
    case "link":
      return { kind: "link", path, target: string(change["target"], `${at}.target`) };
    case "move": {
      const to = string(change["to"], `${at}.to`);
      return { kind: "move", path, to, before: fingerprint(change["before"], `${at}.before`) };
    }
    case "delete":
      return { kind: "delete", path, before: fingerprint(change["before"], `${at}.before`) };
    default:
      return expected(`${at}.kind`, '"edit", "create", "link", "move" or "delete"');
  }
}

function readSplice(value: unknown, at: string): Edit.Splice {
  const splice = fields(value, at);
  const start = offset(splice["start"], `${at}.start`);
  const end = offset(splice["end"], `${at}.end`);
  if (end < start) expected(`${at}.end`, "at least its start");
  return { start, end, bytes: readBytes(splice, at) };
}

function writtenBytes(bytes: Uint8Array): { text: string } | { base64: string } {
  try {
    // a byte order mark is a part of the text
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes).toString("base64") };
  }
}

function readBytes(value: Readonly<Record<string, unknown>>, at: string): Uint8Array {
  if (value["base64"] === undefined) return new TextEncoder().encode(string(value["text"], `${at}.text`));
  const base64 = string(value["base64"], `${at}.base64`);
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) expected(`${at}.base64`, "base64 with padding");
  return new Uint8Array(bytes);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ChangeRefused([problem(changeMessages["change-plan-json"]("", "JSON"), undefined, cause)]);
  }
}

function fields(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return expected(at, "an object");
  return value as Record<string, unknown>;
}

function list(value: unknown, at: string): readonly unknown[] {
  return Array.isArray(value) ? value : expected(at, "an array");
}

function string(value: unknown, at: string): string {
  return typeof value === "string" && !/\p{Surrogate}/u.test(value) ? value : expected(at, "a string");
}

function offset(value: unknown, at: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : expected(at, "a number of bytes");
}

function mode(value: unknown, at: string): number {
  return typeof value === "string" && /^[0-7]{3}$/.test(value)
    ? Number.parseInt(value, 8)
    : expected(at, 'octal, as "644"');
}

function fingerprint(value: unknown, at: string): string {
  return typeof value === "string" && isFingerprint(value) ? value : expected(at, 'a hash ("sha256-…") or "link:…"');
}

function expected(at: string, what: string): never {
  return refuse(changeMessages["change-plan-json"](at, what));
}
