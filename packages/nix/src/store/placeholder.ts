/** Texts that stand for store paths that are not known yet, and are replaced by them when a derivation is built. */

import { encodeBase32 } from "./base32.ts";
import { foldHash, hashBytes, sha256Text } from "./hash.ts";
import { derivationNameOf, hashPartOf, outputName, type StorePath } from "./store-path.ts";

/** Stands for an output of the derivation itself: `builtins.placeholder`. */
export function outputPlaceholder(output: string): string {
  return spell(`nix-output:${output}`);
}

/** Stands for an output of another derivation, known only once that is built. */
export function inputPlaceholder(derivation: StorePath, output: string): string {
  const name = outputName(derivationNameOf(derivation), output);
  return spell(`nix-upstream-output:${hashPartOf(derivation)}:${name}`);
}

/**
 * Stands for an output of a derivation that is itself an output of one: `chain` names the outputs, from that of the
 * known derivation on.
 */
export function dynamicPlaceholder(derivation: StorePath, chain: readonly [string, ...string[]]): string {
  const [first, ...rest] = chain;
  let text = `nix-upstream-output:${hashPartOf(derivation)}:${outputName(derivationNameOf(derivation), first)}`;
  for (const output of rest) {
    const folded = encodeBase32(foldHash(sha256Text(text), new Uint8Array(20)));
    text = `nix-computed-output:${folded}:${output}`;
  }
  return spell(text);
}

function spell(text: string): string {
  return `/${encodeBase32(hashBytes("sha256", text).bytes)}`;
}
