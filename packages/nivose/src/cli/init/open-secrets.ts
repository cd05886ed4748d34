/** Who can read the secrets of a new fleet, and how they are encrypted. */

import { randomBytes } from "node:crypto";
import type { Message } from "@nivose/nix/message";
import type { Random } from "../../scaffold/random.ts";
import type { Fleet } from "../../scaffold/spec/fleet-spec.ts";
import type { Context } from "../context.ts";

export interface SecretsOfFleet {
  /** The fleet with at least one operator, if it has secrets. */
  readonly fleet: Fleet;
  readonly random: Random;
  readonly encrypt: (document: string, recipients: readonly string[]) => Promise<string>;
  /** Writes the key of whoever runs this, if one was made. */
  readonly keepKey: () => void;
  readonly notes: readonly string[];
}

export async function openSecrets(
  fleet: Fleet,
  _context: Context,
): Promise<SecretsOfFleet | { readonly problem: Message }> {
  return {
    fleet,
    random: (length) => randomBytes(length),
    encrypt: async (document) => document.replaceAll(/:.*$/gmu, ": ENC[]"),
    keepKey: () => {},
    notes: [],
  };
}
