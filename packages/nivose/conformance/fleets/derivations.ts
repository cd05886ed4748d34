/** The derivation path of a host, as we compute it and as real Nix does. */

import { spawnSync } from "node:child_process";
import type { Override } from "./locked-inputs.ts";
import { bin, overrideWords } from "./show.ts";

export interface Verdict {
  /** `limit`: real Nix tells the path, and we say that we cannot. */
  readonly verdict: "same" | "different" | "limit" | "neither";
  readonly text: string;
}

/** `megabytes` bounds the memory of real Nix. */
export function compareDerivation(
  flake: string,
  attribute: string,
  overrides: readonly Override[],
  megabytes: number,
): Verdict {
  const nix = process.env["NIVOSE_TEST_NIX"];
  if (nix === undefined) throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");
  const output = attribute.split(".")[0] as keyof typeof PLACES;
  const words = [
    "--raw",
    "--no-write-lock-file",
    ...overrideWords(overrides),
    `${flake}#${attribute}.${PLACES[output]}`,
  ];
  const ours = ask(process.execPath, [bin, "eval", ...words]);
  const features = ["--extra-experimental-features", "nix-command flakes"];
  const limited = ["-c", `ulimit -v ${megabytes * 1024}; exec "$@"`, "nix"];
  const theirs = ask("bash", [...limited, ...nix.split(" "), "nix", ...features, "eval", ...words]);
  if (theirs.ok && ours.ok && theirs.text === ours.text) return { verdict: "same", text: ours.text };
  const text = `\n    Nix: ${indented(theirs.text)}\n    ours: ${indented(ours.text)}`;
  if (!theirs.ok && !ours.ok) return { verdict: "neither", text };
  return { verdict: ours.text.startsWith("not supported") ? "limit" : "different", text };
}

const PLACES = {
  nixosConfigurations: "config.system.build.toplevel.drvPath",
  darwinConfigurations: "system.drvPath",
  homeConfigurations: "activationPackage.drvPath",
};

function ask(program: string, words: readonly string[]): { readonly ok: boolean; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status === 0) return { ok: true, text: stdout.trim() };
  return {
    ok: false,
    text: stderr
      .replaceAll(/^warning: .*\n/gm, "")
      .trim()
      .slice(-1200),
  };
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n      ");
}
