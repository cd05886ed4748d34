/** The age key of whoever runs this: the one that sops uses, too, or a new one in its place. */

import { closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { Identity, parseIdentities, SopsError } from "@nivose/sops";
import { attempt, errorCode, refuse } from "../../change/problem.ts";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { Random } from "../../scaffold/random.ts";
import type { Context } from "../context.ts";
import { readSource } from "../sources.ts";

export interface OperatorKey {
  readonly recipient: string;
  /** Where it is, for people to read. */
  readonly place: string;
  /** Writes the key, if it is a new one. Throws a refusal if it cannot be written. */
  readonly keep: () => void;
  readonly isNew: boolean;
}

export function operatorKey(random: Random, context: Context): OperatorKey | { readonly problem: Message } {
  const given = context.environment["SOPS_AGE_KEY"];
  if (given) return keyIn(given, "the environment variable SOPS_AGE_KEY");
  const file = keyFile(context);
  if (file === undefined) return { problem: scaffoldMessages["init-no-home"]() };
  const source = readSource({ path: file, name: file });
  if ("code" in source) {
    if (source.code !== "file-not-found")
      return { problem: scaffoldMessages["init-key-unreadable"](file, "it cannot be read") };
    const identity = Identity.generate(random);
    return { recipient: identity.recipient, place: file, keep: () => writeKey(file, identity), isNew: true };
  }
  return keyIn(new TextDecoder().decode(source), file);
}

/** The first of the keys that are X25519; beside them may be those of plug-ins. */
function keyIn(text: string, place: string): OperatorKey | { readonly problem: Message } {
  const lines = text.split(/\s+/u).filter((word) => word.startsWith("AGE-SECRET-KEY-1"));
  try {
    const [first] = parseIdentities(lines.join("\n"));
    if (first !== undefined) return { recipient: first.recipient, place, keep: () => {}, isNew: false };
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
  }
  return { problem: scaffoldMessages["init-key-unreadable"](place, "it holds no X25519 key") };
}

/** Where sops looks for it, which on macOS is the place of macOS. A relative path in an XDG variable counts for nothing. */
export function keyFile({
  environment,
  cwd,
  runtime,
}: Pick<Context, "environment" | "cwd" | "runtime">): string | undefined {
  const { SOPS_AGE_KEY_FILE, XDG_CONFIG_HOME, HOME } = environment;
  if (SOPS_AGE_KEY_FILE) return path.resolve(cwd, SOPS_AGE_KEY_FILE);
  const own = runtime.platform.startsWith("darwin") ? "Library/Application Support" : ".config";
  const config =
    XDG_CONFIG_HOME !== undefined && path.isAbsolute(XDG_CONFIG_HOME)
      ? XDG_CONFIG_HOME
      : HOME && path.resolve(cwd, HOME, own);
  return config === undefined || config === "" ? undefined : path.join(config, "sops/age/keys.txt");
}

/** For nobody else to read, never over one that is there, and never half of it. */
function writeKey(file: string, identity: Identity): void {
  attempt(file, () => mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 }));
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    if (errorCode(error) === "EEXIST") refuse(scaffoldMessages["init-key-raced"](file));
    return attempt(file, () => {
      throw error;
    });
  }
  let isWritten = false;
  try {
    attempt(file, () => {
      writeSync(descriptor, `# public key: ${identity.recipient}\n${identity.reveal()}\n`);
      fsyncSync(descriptor);
    });
    isWritten = true;
  } finally {
    closeSync(descriptor);
    if (!isWritten && existsSync(file)) rmSync(file);
  }
}
