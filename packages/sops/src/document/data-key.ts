/** The key of a document, which encrypts its values and is itself encrypted for each recipient. */

import { armor, unarmor } from "../age/armor.ts";
import { decryptWith, encryptFor } from "../age/file.ts";
import type { Identity } from "../age/keys.ts";
import type { Random } from "../age/primitives.ts";
import { SopsError, sopsError } from "../error.ts";
import type { AgeKey, Metadata } from "./metadata.ts";

export const DATA_KEY_SIZE = 32;

/** Encrypts the data key for each recipient on its own. Throws if there is none, or one is no age recipient. */
export function wrapDataKey(dataKey: Uint8Array, recipients: readonly string[], random: Random): readonly AgeKey[] {
  const unique = [...new Set(recipients.map((recipient) => recipient.trim()))];
  if (unique.length === 0) throw sopsError("sops-no-recipient");
  return unique.map((recipient) => ({ recipient, encrypted: armor(encryptFor([recipient], dataKey, random)) }));
}

/**
 * Decrypts the data key with whichever identity can. Throws `sops-no-identity` if the document is for others, and
 * `sops-key-damaged` if it is for one of ours, but what is encrypted for it was changed.
 */
export function unwrapDataKey({ keys }: Metadata, identities: readonly Identity[]): Uint8Array {
  for (const { encrypted } of keys) {
    const dataKey = tryUnwrap(encrypted, identities);
    if (dataKey?.length === DATA_KEY_SIZE) return dataKey;
  }
  const own = keys.find(({ recipient }) => identities.some((identity) => identity.recipient === recipient));
  if (own !== undefined) throw sopsError("sops-key-damaged", own.recipient);
  throw sopsError(
    "sops-no-identity",
    keys.map(({ recipient }) => recipient),
  );
}

function tryUnwrap(encrypted: string, identities: readonly Identity[]): Uint8Array | undefined {
  const file = unarmor(encrypted);
  if (file === undefined) return undefined;
  try {
    return decryptWith(identities, file);
  } catch (error) {
    if (error instanceof SopsError) return undefined;
    throw error;
  }
}
