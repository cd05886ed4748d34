/**
 * The programs of the system that some tests need. On a Debian, as root, they are installed; elsewhere the tests that
 * need a missing one are left out and say so. `NIVOSE_TEST_INSTALL=0` forbids it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { outputOf, programPath } from "./process.js";
import { root } from "./repository.js";

/** Why nothing may be installed on this machine, or undefined if it may. */
export function installationRefused() {
  if (process.env.NIVOSE_TEST_INSTALL === "0") return "NIVOSE_TEST_INSTALL=0 forbids to install anything";
  if (process.getuid?.() !== 0) return "only root may install it";
  if (programPath("apt-get") === undefined) return "this machine has no apt-get to install it with";
  return undefined;
}

/** Installs what is missing of `debian-packages.json`. Resolves to the reason why something stays missing, if so. */
export async function installPrograms() {
  const list = JSON.parse(readFileSync(path.join(root, "scripts/debian-packages.json"), "utf8"));
  const missing = list.filter(({ program }) => programPath(program) === undefined);
  if (missing.length === 0) return undefined;
  return installationRefused() ?? (await installPackages(missing.map((entry) => entry.package)));
}

/** Installs Debian packages. Resolves to the reason why that failed, if it did. */
export async function installPackages(names) {
  const install = ["install", "--yes", "--no-install-recommends", ...names];
  // A fresh image has no lists of packages, and an old one has lists of packages that are gone.
  if ((await aptGet(install)) === undefined) return undefined;
  return (await aptGet(["update"])) ?? (await aptGet(install));
}

async function aptGet(parameters) {
  const patience = ["-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=30", "-o", "DPkg::Lock::Timeout=60"];
  const { ok, output } = await outputOf("apt-get", [...patience, ...parameters], { DEBIAN_FRONTEND: "noninteractive" });
  if (ok) return undefined;
  return `apt-get ${parameters[0]} failed: ${output.match(/^E: (.*)/m)?.[1] ?? "it does not say why"}`;
}
