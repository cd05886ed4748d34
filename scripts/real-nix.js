/**
 * Real Nix, to which the engine is compared. 2.26 is the version to agree with; it comes from Debian 13 and is kept in
 * a cache folder (`newer-nix.sh`). Where that cannot be had, Debian 12's own 2.8 serves some of the tests.
 *
 * Tests learn of it by NIVOSE_TEST_NIX, a command that runs a program of Nix (`$NIVOSE_TEST_NIX nix-instantiate …`),
 * and NIVOSE_TEST_NIX_VERSION. Whoever sets the first chooses another Nix.
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { installationRefused, installPackages } from "./debian.js";
import { outputOf, programPath } from "./process.js";
import { root } from "./repository.js";

/** The Nix that is there, as `{ command, version }`, or undefined. Changes nothing. */
export async function findNix() {
  const chosen = process.env.NIVOSE_TEST_NIX;
  if (chosen) return answering(chosen);
  const kept = path.join(newerNixFolder(), "nix-in");
  const newer = existsSync(kept) ? await answering(kept) : undefined;
  return newer ?? (programPath("nix") ? answering(path.join(root, "scripts/nix-here.sh")) : undefined);
}

/**
 * Finds or makes the best Nix that this machine allows. Resolves to `{ nix, reason }`, the reason being why it is not
 * the version to agree with.
 */
export async function provideNix() {
  if (process.env.NIVOSE_TEST_NIX) {
    const nix = await findNix();
    return { nix, reason: nix ? undefined : `NIVOSE_TEST_NIX=${process.env.NIVOSE_TEST_NIX} does not run` };
  }
  const reason = installationRefused() ?? (await makeNewerNix());
  const nix = await findNix();
  if (nix !== undefined || installationRefused() !== undefined) return { nix, reason };
  await installPackages(["nix-bin"]);
  return { nix: await findNix(), reason };
}

/** What tests see of it in their environment. */
export function nixEnvironment(nix) {
  return nix === undefined ? {} : { NIVOSE_TEST_NIX: nix.command, NIVOSE_TEST_NIX_VERSION: nix.version };
}

function newerNixFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "nivose/nix-2.26");
}

/** Runs `newer-nix.sh`, which takes a minute once. Resolves to the reason why that failed, if it did. */
async function makeNewerNix() {
  const script = path.join(root, "scripts/newer-nix.sh");
  const { ok, output } = await outputOf("bash", [script, newerNixFolder(), root]);
  return ok ? undefined : `scripts/newer-nix.sh failed: ${output.trim().split("\n").at(-1)}`;
}

async function answering(command) {
  const { ok, output } = await outputOf(command, ["nix", "--version"]);
  const version = /\d+\.\d+(?:\.\d+)?/.exec(output)?.[0];
  return ok && version !== undefined ? { command, version } : undefined;
}
