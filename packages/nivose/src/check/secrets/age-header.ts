/** For whom a file of age is encrypted, as its header says: SSH keys by a tag of each, keys of other kinds only by their number. */

import { createHash } from "node:crypto";

export interface AgeHeader {
  readonly tags: readonly string[];
  readonly others: number;
}

/** Nothing if it is no file of age. */
export function ageHeader(bytes: Uint8Array): AgeHeader | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  const armored = /^-----BEGIN AGE ENCRYPTED FILE-----([^-]*)/u.exec(text)?.[1];
  const header = armored === undefined ? text : Buffer.from(armored, "base64").toString("latin1");
  const end = header.indexOf("\n---");
  if (!header.startsWith("age-encryption.org/v1\n") || end === -1) return undefined;
  // some programs add a stanza of a made-up kind, so that nobody comes to rely on there being none
  const stanzas = [...header.slice(0, end).matchAll(/^-> (\S+)(?: (\S+))?/gmu)].filter(
    ([, kind]) => kind?.endsWith("-grease") !== true,
  );
  const ofSsh = stanzas.filter(([, kind = ""]) => kind.startsWith("ssh-"));
  return { tags: ofSsh.map(([, , tag = ""]) => tag), others: stanzas.length - ofSsh.length };
}

/** The tag of an SSH key in a header; nothing of a key of another kind. */
export function sshTag(key: string): string | undefined {
  const wire = /^ssh-(?:ed25519|rsa) ([A-Za-z0-9+/=]+)/u.exec(key)?.[1];
  if (wire === undefined) return undefined;
  const hash = createHash("sha256").update(Buffer.from(wire, "base64")).digest();
  return hash.subarray(0, TAG_SIZE).toString("base64").replace(/=+$/u, "");
}

const TAG_SIZE = 4;
