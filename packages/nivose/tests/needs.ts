/**
 * What some tests need of the machine: real Nix, a shell, a program. Where it is missing the suite is left out, and
 * the reason is shown at the end of `npm test`:
 *
 *     describe.runIf(needs("nix-2.26"))("agrees with Nix", () => { … });
 */

import { accessSync, appendFileSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";

/** `nix` is any Nix; a version is that one exactly. `nixpkgs` is a tree of it, named by NIVOSE_TEST_NIXPKGS. An ordinary user is not root. The others are programs. */
export type Need =
  | "nix"
  | "nix-2.26"
  | "nix-2.8"
  | "nixpkgs"
  | "root"
  | "ordinary-user"
  | "git"
  | "zsh"
  | "fish"
  | "mandoc"
  | "man"
  | "ssh"
  | "openssl"
  | "xz"
  | "bzip2"
  | "zstd"
  | "age"
  | "script";

/** Whether the machine has all that is named. Records what it lacks, with the test file that asked. */
export function needs(...wanted: readonly Need[]): boolean {
  const missing = wanted.flatMap((need) => {
    const reason = lack(need);
    return reason === undefined ? [] : [{ need, reason }];
  });
  for (const { need, reason } of missing) record(need, reason);
  return missing.length === 0;
}

/** The command that runs a program of real Nix: `execFileSync(realNix(), ["nix-instantiate", …])`. */
export function realNix(): string {
  const command = process.env["NIVOSE_TEST_NIX"];
  if (command === undefined) throw new Error("this test must declare that it needs Nix");
  return command;
}

/** The folder of a tree of nixpkgs. */
export function nixpkgsTree(): string {
  const folder = process.env["NIVOSE_TEST_NIXPKGS"];
  if (folder === undefined) throw new Error("this test must declare that it needs nixpkgs");
  return folder;
}

/** Where the folder of its store is on the disk. */
export function realStorePlace(): string {
  const beside = path.join(path.dirname(realNix()), "system/nix/store");
  return existsSync(beside) ? beside : "/nix/store";
}

function lack(need: Need): string | undefined {
  switch (need) {
    case "nix":
    case "nix-2.26":
    case "nix-2.8":
      return lackOfNix(need.slice("nix-".length));
    case "nixpkgs":
      return process.env["NIVOSE_TEST_NIXPKGS"] === undefined ? "NIVOSE_TEST_NIXPKGS names no tree of it" : undefined;
    case "root":
      return process.getuid?.() === 0 ? undefined : "the tests are not run by root";
    case "ordinary-user":
      return process.getuid?.() === 0 ? "the tests are run by root" : undefined;
    default:
      return isInstalled(need)
        ? undefined
        : `it is not installed (${process.env["NIVOSE_TEST_PROGRAMS_REASON"] ?? "`npm test` installs it"})`;
  }
}

function lackOfNix(version: string): string | undefined {
  const found = process.env["NIVOSE_TEST_NIX_VERSION"];
  if (found !== undefined && (version === "" || `${found}.`.startsWith(`${version}.`))) return undefined;
  const reason = process.env["NIVOSE_TEST_NIX_REASON"];
  if (found !== undefined) return `the only real Nix is ${found}${reason === undefined ? "" : ` (${reason})`}`;
  return `there is no real Nix (${reason ?? "`npm test` provides it"})`;
}

function isInstalled(program: string): boolean {
  return (process.env["PATH"] ?? "").split(":").some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function record(need: Need, reason: string): void {
  const file = process.env["NIVOSE_TEST_LEFT_OUT"];
  if (file === undefined) return;
  appendFileSync(file, `${JSON.stringify({ need, reason, file: expect.getState().testPath })}\n`);
}
