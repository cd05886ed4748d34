/** The founding fleets, written for 24.11, and their hosts. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const presets = ["homelab", "parts", "profiles", "multi-flake", "package"];

export interface Host {
  /** `homelab nixosConfigurations.luna` */
  readonly name: string;
  readonly folder: string;
  readonly attribute: string;
}

const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");
const inPlace = path.resolve(import.meta.dirname, "../local-flake.nix");
/** The same folder every time, so that what is known stays right: the files' names are in the answers. */
const top = path.join(tmpdir(), "nivose-verdicts");

/** The folder of a founding fleet, which is written if it is not there. */
export function fleetOf(preset: string): string {
  const folder = path.join(top, preset);
  if (!existsSync(folder)) {
    const words = ["init", preset, folder, "--release", "24.11", "--yes"];
    const { status, stderr } = spawnSync(process.execPath, [bin, ...words], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  }
  return folder;
}

/** The hosts that something is known of, by questions that end with their names. */
export function knownHosts(questions: readonly string[]): Host[] {
  return questions.map((question) => {
    const [, preset = "", flake = "", attribute = ""] = question.split(" ");
    const name = `${preset} ${flake} ${attribute}`;
    return { name, folder: path.join(top, preset, flake), attribute };
  });
}

/** All hosts of a founding fleet. */
export function hostsOf(preset: string, sources: string): Host[] {
  const folder = fleetOf(preset);
  const list = spawnSync("git", ["-C", folder, "ls-files", "--others", "--cached", "--", "flake.nix", "*/flake.nix"], {
    encoding: "utf8",
  });
  return list.stdout
    .split("\n")
    .filter((file) => file !== "" && !file.includes("templates/"))
    .flatMap((file) => {
      const flake = path.join(folder, path.dirname(file));
      return hostNames(flake, sources).map((attribute) => ({
        name: `${preset} ${path.dirname(file)} ${attribute}`,
        folder: flake,
        attribute,
      }));
    });
}

function hostNames(flake: string, sources: string): string[] {
  const names = `let it = import ${inPlace} { flake = ${flake}; sources = import ${path.resolve(sources)}; }; in
    builtins.concatMap (output: map (name: "\${output}.\\"\${name}\\"") (builtins.attrNames (it.\${output} or { })))
      [ "nixosConfigurations" "darwinConfigurations" "homeConfigurations" ]`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "eval", "--json", "--strict", "-E", names], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}
