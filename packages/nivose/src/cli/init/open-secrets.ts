/** Who can read the secrets of a new fleet, and how they are encrypted. */

import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import type { Message } from "@nivose/nix/message";
import { encryptDocument } from "@nivose/sops";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { Random } from "../../scaffold/random.ts";
import type { Fleet, FleetSpec } from "../../scaffold/spec/fleet-spec.ts";
import type { Context } from "../context.ts";
import { operatorKey } from "./operator-key.ts";
import { realOf } from "./target.ts";

export interface SecretsOfFleet {
  /** The fleet with at least one operator, if it has secrets. */
  readonly fleet: Fleet;
  readonly random: Random;
  readonly encrypt: (document: string, recipients: readonly string[]) => Promise<string>;
  /** Writes the key of whoever runs this, if one was made. Throws a refusal if it cannot be written. */
  readonly keepKey: () => void;
  /** What is to be said of them, once the repository is there or if it were. */
  readonly notes: (isWritten: boolean) => readonly string[];
}

const random: Random = (length) => randomBytes(length);

/** `folder` is that of the new repository, in which no private key must be. */
export function openSecrets(
  fleet: Fleet,
  /** Whether there is anything to encrypt. */
  needsKey: boolean,
  founding: FleetSpec,
  folder: string,
  context: Context,
): SecretsOfFleet | { readonly problem: Message } {
  const encrypt = async (text: string, recipients: readonly string[]): Promise<string> =>
    encryptDocument({ text, format: "yaml", recipients, rules: {}, random, now: new Date(context.now()) });
  const opened: SecretsOfFleet = { fleet, random, encrypt, keepKey: () => {}, notes: () => [] };
  if (fleet.secrets === undefined || !needsKey) return opened;
  const { operators: named } = fleet.secrets;
  if (named.length > 0) {
    const foundingKeys = new Set(founding.secrets?.operators?.map(({ age }) => age));
    const isReadable = named.some(({ age }) => !foundingKeys.has(age));
    return !isReadable ? { ...opened, notes: () => [nobodyHere(named.map(({ name }) => name))] } : opened;
  }
  const key = operatorKey(random, context);
  if ("problem" in key) return key;
  if (key.isNew && `${realOf(key.place)}/`.startsWith(`${folder}/`))
    return { problem: scaffoldMessages["init-key-inside"](key.place) };
  const operators = [{ name: nameOf(context), age: key.recipient }];
  const note = (isWritten: boolean): string =>
    key.isNew
      ? `A new age key ${isWritten ? "was" : "would be"} written to ${key.place}. It opens the secrets of this repository, and nothing else does: keep a copy of it in a safe place.`
      : `The secrets of this repository are encrypted for the age key in ${key.place}.`;
  return {
    ...opened,
    fleet: { ...fleet, secrets: { operators } },
    keepKey: key.keep,
    notes: (isWritten) => [note(isWritten)],
  };
}

/** The keys of a founding fleet were made for it, and their private halves do not come with it. */
function nobodyHere(names: readonly string[]): string {
  return (
    `The secrets are encrypted for the keys of ${names.join(" and ")}, from the preset's own fleet: unless one of them is ` +
    "yours, you cannot read them. With '--user' or '--host', or a spec without 'operators', they are encrypted for your own key."
  );
}

/** A name for the key in `.sops.yaml`. */
function nameOf({ environment }: Context): string {
  const name = environment["USER"] ?? userInfo().username;
  return /^[a-z_][a-z0-9_-]{0,30}$/u.test(name) ? name : "operator";
}
