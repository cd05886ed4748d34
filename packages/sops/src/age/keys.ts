/** age's own kind of keys: an identity `AGE-SECRET-KEY-1…` that decrypts, and its recipient `age1…` that encrypts. */

import { sopsError } from "../error.ts";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { KEY_SIZE, publicKeyOf, type Random, sharedSecret } from "./primitives.ts";

const IDENTITY_PREFIX = "age-secret-key-";
const RECIPIENT_PREFIX = "age";

/** A secret key. It is in a private field, so that nothing prints it that was not meant to. */
export class Identity {
  /** The public key that belongs to it, `age1…`. */
  readonly recipient: string;
  readonly #secret: Uint8Array;

  private constructor(secret: Uint8Array) {
    this.#secret = secret;
    this.recipient = encodeBech32(RECIPIENT_PREFIX, publicKeyOf(secret));
  }

  static generate(random: Random): Identity {
    return new Identity(Uint8Array.from(random(KEY_SIZE)));
  }

  /** Reads `AGE-SECRET-KEY-1…`. Throws `age-identity` if it is none. */
  static parse(text: string): Identity {
    const key = decodeBech32(text);
    if (key?.prefix !== IDENTITY_PREFIX || key.bytes.length !== KEY_SIZE) throw sopsError("age-identity");
    return new Identity(key.bytes);
  }

  /** The secret as text, to be written to a file that only its owner can read. */
  reveal(): string {
    return encodeBech32(IDENTITY_PREFIX, this.#secret).toUpperCase();
  }

  /** What it has in common with somebody's public key. */
  secretWith(point: Uint8Array): Uint8Array | undefined {
    return sharedSecret(this.#secret, point);
  }
}

/** The identities of a key file: one a line, with empty lines and lines that start with `#` between them. */
export function parseIdentities(text: string): readonly Identity[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, number }) => {
      try {
        return Identity.parse(line);
      } catch {
        throw sopsError("age-identity-file", number);
      }
    });
}

/** Whether a text is a recipient that can be encrypted for. */
export function isRecipient(text: string): boolean {
  return pointOf(text) !== undefined;
}

/** The point of a recipient. Throws `age-recipient` if it is none. */
export function recipientPoint(recipient: string): Uint8Array {
  const point = pointOf(recipient);
  if (point !== undefined) return point;
  if (foreignRecipient.test(recipient)) throw sopsError("age-recipient-kind", recipient.slice(0, 20));
  throw sopsError("age-recipient", publicExcerpt(recipient));
}

function pointOf(recipient: string): Uint8Array | undefined {
  const key = decodeBech32(recipient);
  const isOurs = key?.prefix === RECIPIENT_PREFIX && recipient === recipient.toLowerCase();
  return isOurs && key.bytes.length === KEY_SIZE ? key.bytes : undefined;
}

/** Recipients that age knows and we do not: SSH keys, plugins, and hybrid keys. */
const foreignRecipient = /^(?:ssh-(?:rsa|ed25519) |age1[a-z0-9-]+1)/;

/** Enough of a text to find it again, and nothing of a secret key that was given by mistake. */
function publicExcerpt(text: string): string {
  if (/secret/i.test(text)) return "a secret key";
  return text.length > 70 ? `'${text.slice(0, 70)}…'` : `'${text}'`;
}
