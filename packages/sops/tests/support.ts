/** What the tests of documents share: keys that were published for tests, and randomness that is none. */

import { createHash } from "node:crypto";
import { throws } from "node:assert/strict";
import { Identity, type Random, type SopsCode, SopsError } from "../src/index.ts";

/** The identities of sops' own tests, which are published with its sources. */
export const published = Identity.parse("AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7");
export const otherPublished = Identity.parse(
  "AGE-SECRET-KEY-1432K5YRNSC44GC4986NXMX6GVZ52WTMT9C79CLUVWYY4DKDHD5JSNDP4MC",
);

/** Bytes that look random and are the same in every run. */
export function seeded(seed: string): Random {
  let count = 0;
  return (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 32) {
      bytes.set(
        createHash("sha256")
          .update(`${seed} ${count++}`)
          .digest()
          .subarray(0, size - at),
        at,
      );
    }
    return bytes;
  };
}

export const now = new Date("2024-12-31T23:59:58.765Z");

/** Asserts that something is refused with a code, and that neither the error nor its stack says a secret. */
export function refuses(action: () => unknown, code: SopsCode, secrets: readonly string[] = []): void {
  throws(action, (error) => {
    if (!(error instanceof SopsError) || error.code !== code) return false;
    const told = [error.message, error.text, error.hint ?? "", error.stack ?? "", JSON.stringify(error)].join("\n");
    return error.cause === undefined && !secrets.some((secret) => told.includes(secret));
  });
}
