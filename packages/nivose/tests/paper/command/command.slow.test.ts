/**
 * The commands on a fleet whose inputs are not on this machine: on paper by themselves, and because that is asked for. What
 * they print is in files; `UPDATE=1` writes what they print now.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const golden = path.join(import.meta.dirname, "golden");
const dist = path.resolve(import.meta.dirname, "../../../dist");
const sandbox = new Sandbox(path.join(import.meta.dirname, "fleet"));
sandbox.initGit();
execFileSync("git", ["add", "."], { cwd: sandbox.folder, env: sandbox.environment });
afterAll(() => sandbox.remove());

test.each<[string, string]>([
  ["all hosts", "show --paper"],
  ["all hosts because inputs are not at hand", "show"],
  ["all hosts without paper", "show --real"],
  ["all hosts as JSON", "show --paper --json"],
  ["all systems", "show --paper --derivations"],
  ["a host in depth", "show --paper luna"],
  ["a host with an input of which nothing is known", "show --paper sol"],
  ["all and nothing on paper", "show --paper --real"],
  ["a value", "why --paper luna services.openssh.ports"],
  ["a value as JSON", "why --json luna networking.domain"],
  ["a value that comes from an input of which nothing is known", "why --paper sol networking.domain"],
  ["an option that is spelled wrong", "why --paper luna services.openssh.prots"],
  [
    "an option that is spelled wrong beside modules of which nothing is known",
    "why --paper sol services.openssh.prots",
  ],
  ["an option that such a module may declare", "why --paper sol services.webs.port"],
  ["an option of a host that sets one that is spelled wrong", "why --paper wrong-option services.openssh.enable"],
  ["an option that another release may have", "why --flake other next services.opensssh.enable"],
  [
    "an evaluation of packages that another release may have",
    "eval --paper ./other#nixosConfigurations.newer.config.environment.systemPackages --apply 'map toString'",
  ],
  [
    "an evaluation of a package that is spelled wrong in a fleet of another release",
    "eval --paper ./other#nixosConfigurations.packaged.config.system.build.toplevel.drvPath",
  ],
  ["a host of another release", "show --paper newer"],
  ["an option that nobody defines, in a fleet of another release", "why --flake other next services.davmail.url"],
  ["a wrong type in a fleet of another release", "why --flake other typed services.openssh.ports"],
  ["options that are searched", "options --paper --host luna openssh.ports --limit 1"],
  ["options that are searched as JSON", "options --json --host luna openssh.ports --limit 1"],
  ["an evaluation", "eval --paper .#nixosConfigurations.luna.config.services.openssh.ports"],
  [
    "an evaluation of a flake elsewhere",
    "eval --paper ./other#nixosConfigurations.next.config.services.openssh.enable",
  ],
  ["an evaluation of a wrong type", "eval --paper ./other#nixosConfigurations.typed.config.services.openssh.ports"],
  [
    "an evaluation of a wrong package",
    "eval --paper .#nixosConfigurations.wrong-package.config.environment.systemPackages",
  ],
  ["an evaluation of a wrong option", "eval --paper .#nixosConfigurations.wrong-option.config.services.openssh.enable"],
  [
    "an evaluation of what is not known",
    "eval --paper .#nixosConfigurations.unknown-fact.config.environment.etc.kernel.text",
  ],
  [
    "an evaluation of what is named and not known",
    "eval --paper .#nixosConfigurations.luna.config.system.build.kernel-modules",
  ],
  ["an input that is given", "eval --paper .#given --override-input web path:./given"],
])("%s", (name, words) => {
  const { stdout, stderr, status } = sandbox.run(`nivose ${words}`);
  const told = stderr.replaceAll(/^.*is dirty\n/gmu, "");
  const printed = `$ nivose ${words}\n${stdout}${inOrder(told)}[${status}]\n`
    .replaceAll(sandbox.top, "SANDBOX")
    .replaceAll(dist, "DIST")
    .replaceAll(/\/nix\/store\/[a-z0-9]{32}-/gu, "/nix/store/HASH-");
  const file = path.join(golden, name);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, printed);
  }
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
});

/** Hosts are evaluated at the same time, and warn when they like. */
function inOrder(told: string): string {
  const lines = told.split("\n");
  const isWarning = (line: string): boolean => line.startsWith("evaluation warning: ");
  return [...lines.filter(isWarning).toSorted(), ...lines.filter((line) => !isWarning(line))].join("\n");
}
