/** The derivation path of a host, as we compute it and as real Nix does. */

import { spawnSync } from "node:child_process";
import type { Override } from "./locked-inputs.ts";
import { bin, features, overrideWords } from "./show.ts";

export interface Verdict {
  /** `broken`: real Nix refuses it, too, in the same words. `limit`: we say that we cannot. */
  readonly verdict: "same" | "different" | "limit" | "broken";
  readonly text: string;
}

/** `megabytes` bounds the memory of real Nix. */
export function compareDerivation(
  flake: string,
  attribute: string,
  overrides: readonly Override[],
  megabytes: number,
): Verdict {
  const output = attribute.split(".")[0] as keyof typeof PLACES;
  const asked = `${flake}#${attribute}.${PLACES[output]}`;
  const words = (given: readonly Override[]): string[] => ["--raw", ...features, ...overrideWords(given), asked];
  const ours = ask(process.execPath, [bin, "eval", ...words(overrides)]);
  const taken = ["--no-write-lock-file", "--option", "eval-cache", "false", ...words(overrides.map(inStore))];
  const brief = askNix(["eval", "--read-only", ...taken], megabytes);
  // where nothing is written, what an expression copies to the store cannot be read from there
  const theirs = /^ *error: path '.*' is not valid$/m.test(brief.text) ? askNix(["eval", ...taken], megabytes) : brief;
  if (theirs.ok && ours.ok && theirs.text === ours.text) return { verdict: "same", text: ours.text };
  const text = `\n    Nix: ${indented(theirs.text)}\n    ours: ${indented(ours.text)}`;
  if (!ours.ok && ours.text.startsWith("not supported")) return { verdict: "limit", text };
  const reason = theirs.ok ? undefined : reasonOf(theirs.text);
  if (reason !== undefined && !ours.ok && inOneLine(ours.text).includes(reason))
    return { verdict: "broken", text: reason };
  return { verdict: "different", text };
}

const PLACES = {
  nixosConfigurations: "config.system.build.toplevel.drvPath",
  darwinConfigurations: "system.drvPath",
  homeConfigurations: "activationPackage.drvPath",
};

const known = new Map<string, string>();

/** Real Nix copies a folder each time that it looks at it, unless it is a source in the store already. */
function inStore({ input, flake }: Override): Override {
  const [, folder, rest] = /^path:([^?]*)(.*)$/.exec(flake)!;
  const place = known.get(folder!) ?? askNix(["store", "add-path", "--name", "source", folder!]).text;
  known.set(folder!, place);
  return { input, flake: `path:${place}${rest}` };
}

function askNix(words: readonly string[], megabytes?: number): Answer {
  const nix = process.env["NIVOSE_TEST_NIX"];
  if (nix === undefined) throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");
  const limit = megabytes === undefined ? "" : `ulimit -v ${megabytes * 1024};`;
  const known = ["--extra-experimental-features", "nix-command flakes"];
  return ask("bash", ["-c", `${limit} exec "$@"`, "nix", ...nix.split(" "), "nix", ...known, ...words]);
}

interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

function ask(program: string, words: readonly string[]): Answer {
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

/** What stands behind the last `error:`, without the place and the advice. */
function reasonOf(text: string): string {
  const [reason = ""] = text
    .split(/\berror: ?/)
    .at(-1)!
    .split(/\n\s+(?:at |Did you mean)/);
  return inOneLine(reason);
}

function inOneLine(text: string): string {
  return text
    .replace(/ \[[a-z-]+\]/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n      ");
}
