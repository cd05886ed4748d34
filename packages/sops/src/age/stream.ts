/**
 * The payload of an age file: chunks of 64 KiB, each encrypted with a nonce that counts them and says whether it is the
 * last one, so that chunks can be neither exchanged nor cut off.
 */

import { seal, TAG_SIZE, unseal } from "./primitives.ts";

const CHUNK_SIZE = 65_536;
const NONCE_SIZE = 12;

export function sealStream(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const count = Math.max(1, Math.ceil(plain.length / CHUNK_SIZE));
  const chunks = Array.from({ length: count }, (_, index) => {
    const chunk = plain.subarray(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE);
    return seal(key, chunkNonce(index, index === count - 1), chunk);
  });
  return Buffer.concat(chunks);
}

/** The plain bytes; nothing if a bit has changed or the end is missing. */
export function unsealStream(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const size = CHUNK_SIZE + TAG_SIZE;
  const count = Math.max(1, Math.ceil(sealed.length / size));
  const chunks: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const chunk = unseal(
      key,
      chunkNonce(index, index === count - 1),
      sealed.subarray(index * size, (index + 1) * size),
    );
    // a last chunk is empty only where the whole payload is: otherwise one plain text would have two encryptions
    if (chunk === undefined || (chunk.length === 0 && index > 0)) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(NONCE_SIZE);
  nonce.writeUIntBE(index, NONCE_SIZE - 7, 6);
  nonce[NONCE_SIZE - 1] = last ? 1 : 0;
  return nonce;
}
