/** Encrypting for recipients and decrypting with identities, in the format age-encryption.org/v1. */

import { sopsError } from "../error.ts";
import { decodeBareBase64, encodeBareBase64 } from "./base64.ts";
import { type Header, isAuthentic, parseHeader, printHeader, type Stanza } from "./header.ts";
import { type Identity, recipientPoint } from "./keys.ts";
import { deriveKey, KEY_SIZE, publicKeyOf, type Random, seal, sharedSecret, TAG_SIZE, unseal } from "./primitives.ts";
import { sealStream, unsealStream } from "./stream.ts";

const FILE_KEY_SIZE = 16;
const PAYLOAD_NONCE_SIZE = 16;
const STANZA_TYPE = "X25519";
const STANZA_PURPOSE = "age-encryption.org/v1/X25519";
const NO_NONCE = new Uint8Array(12);

/** Encrypts bytes so that each of the recipients can decrypt them. */
export function encryptFor(recipients: readonly string[], plain: Uint8Array, random: Random): Uint8Array {
  if (recipients.length === 0) throw sopsError("sops-no-recipient");
  const points = recipients.map(recipientPoint);
  const fileKey = random(FILE_KEY_SIZE);
  const stanzas = points.map((point, index) => wrap(fileKey, point, random) ?? weak(recipients[index] ?? ""));
  const nonce = random(PAYLOAD_NONCE_SIZE);
  const payload = sealStream(deriveKey(fileKey, nonce, "payload"), plain);
  return Buffer.concat([Buffer.from(printHeader(stanzas, fileKey), "latin1"), nonce, payload]);
}

/**
 * Decrypts a file with the first identity that it is encrypted for. Throws `age-damaged` if it is no such file or has
 * been changed, and `age-no-match` if it is for somebody else.
 */
export function decryptWith(identities: readonly Identity[], file: Uint8Array): Uint8Array {
  const header = parseHeader(file);
  if (header === undefined) throw sopsError("age-damaged");
  const fileKey = unwrap(header, identities);
  if (fileKey === undefined) throw sopsError("age-no-match");
  const payload = header.end + PAYLOAD_NONCE_SIZE;
  if (!isAuthentic(header, fileKey) || file.length < payload) throw sopsError("age-damaged");
  const key = deriveKey(fileKey, file.subarray(header.end, payload), "payload");
  const plain = unsealStream(key, file.subarray(payload));
  if (plain === undefined) throw sopsError("age-damaged");
  return plain;
}

function wrap(fileKey: Uint8Array, point: Uint8Array, random: Random): Stanza | undefined {
  const ephemeral = random(KEY_SIZE);
  const share = publicKeyOf(ephemeral);
  const secret = sharedSecret(ephemeral, point);
  if (secret === undefined) return undefined;
  const key = deriveKey(secret, Buffer.concat([share, point]), STANZA_PURPOSE);
  return { type: STANZA_TYPE, parameters: [encodeBareBase64(share)], body: seal(key, NO_NONCE, fileKey) };
}

function weak(recipient: string): never {
  throw sopsError("age-recipient", `'${recipient}'`);
}

function unwrap(header: Header, identities: readonly Identity[]): Uint8Array | undefined {
  const stanzas = header.stanzas.filter(({ type }) => type === STANZA_TYPE);
  for (const { parameters, body } of stanzas) {
    const share = parameters.length === 1 ? decodeBareBase64(parameters[0] ?? "") : undefined;
    if (share?.length !== KEY_SIZE || body.length !== FILE_KEY_SIZE + TAG_SIZE) throw sopsError("age-damaged");
    for (const identity of identities) {
      const secret = identity.secretWith(share);
      if (secret === undefined) throw sopsError("age-damaged");
      const salt = Buffer.concat([share, recipientPoint(identity.recipient)]);
      const fileKey = unseal(deriveKey(secret, salt, STANZA_PURPOSE), NO_NONCE, body);
      if (fileKey !== undefined) return fileKey;
    }
  }
  return undefined;
}
