/** The cryptography of age in terms of Node's: X25519, HKDF with SHA-256, and ChaCha20-Poly1305. */

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";

/** Gives that many unpredictable bytes, such as `randomBytes` of `node:crypto`. */
export type Random = (size: number) => Uint8Array;

export const KEY_SIZE = 32;
export const TAG_SIZE = 16;

/** The public key of a secret one. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  const { x = "" } = createPublicKey(privateKey(secret)).export({ format: "jwk" });
  return Buffer.from(x, "base64url");
}

/** What two keys have in common; nothing if the public one is a point that makes every secret the same. */
export function sharedSecret(secret: Uint8Array, point: Uint8Array): Uint8Array | undefined {
  try {
    return diffieHellman({ privateKey: privateKey(secret), publicKey: createPublicKey(webKey(point)) });
  } catch {
    return undefined;
  }
}

/** 32 bytes for one purpose. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, salt, purpose, KEY_SIZE));
}

/** Encrypts and appends the tag. */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG_SIZE });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what `seal` gave; nothing if a bit of it has changed or the key is another one. */
export function unseal(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < TAG_SIZE) return undefined;
  const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG_SIZE });
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG_SIZE));
  const plain = cipher.update(sealed.subarray(0, sealed.length - TAG_SIZE));
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}

/** The public half is not needed to compute with the secret one, but Node wants to see something there. */
function privateKey(secret: Uint8Array): KeyObject {
  return createPrivateKey(webKey(new Uint8Array(KEY_SIZE), secret));
}

/** Keys as JSON are read ten times as fast as keys in DER. */
function webKey(point: Uint8Array, secret?: Uint8Array): { readonly key: JsonWebKey; readonly format: "jwk" } {
  const [x, d] = [point, secret].map((bytes) => bytes && Buffer.from(bytes).toString("base64url"));
  return {
    key: { kty: "OKP", crv: "X25519", ...(x === undefined ? {} : { x }), ...(d === undefined ? {} : { d }) },
    format: "jwk",
  };
}
