/** The age key of whoever runs this: the one that sops uses, too, or a new one in its place. */

import { mkdirSync, openSync, readFileSync, writeSync, closeSync, constants, fsyncSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { Identity, parseIdentities, SopsError } from "@nivose/sops";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { Random } from "../../scaffold/random.ts";
import type { Context } from "../context.ts";

export interface OperatorKey {
  readonly recipient: string;
  readonly file: string;
  /** Writes the key, if it is a new one. */
  readonly keep: () => void;
  readonly isNew: boolean;
}

export function operatorKey(random: Random, context: Context): OperatorKey | { readonly problem: Message } {
  const file = keyFile(context);
  if (file === undefined) return { problem: scaffoldMessages["init-no-home"]() };
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") return { problem: scaffoldMessages["init-key-unreadable"](file, "it cannot be read") };
    const identity = Identity.generate(random);
    return { recipient: identity.recipient, file, keep: () => writeKey(file, identity), isNew: true };
  }
  try {
    const [first] = parseIdentities(text);
    if (first !== undefined) return { recipient: first.recipient, file, keep: () => {}, isNew: false };
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
  }
  return { problem: scaffoldMessages["init-key-unreadable"](file, "it holds no X25519 key") };
}

/** Where sops looks for it, which on macOS is the place of macOS. */
export function keyFile({
  environment,
  cwd,
  runtime,
}: Pick<Context, "environment" | "cwd" | "runtime">): string | undefined {
  const { SOPS_AGE_KEY_FILE, XDG_CONFIG_HOME, HOME } = environment;
  if (SOPS_AGE_KEY_FILE) return path.resolve(cwd, SOPS_AGE_KEY_FILE);
  const config =
    XDG_CONFIG_HOME ||
    (HOME
      ? path.join(HOME, runtime.platform.startsWith("darwin") ? "Library/Application Support" : ".config")
      : undefined);
  return config === undefined ? undefined : path.join(config, "sops/age/keys.txt");
}

/** For nobody else to read, and never over one that is there. */
function writeKey(file: string, identity: Identity): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(descriptor, `# public key: ${identity.recipient}\n${identity.reveal()}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
