/** Whether hosts have the same derivation in our engine and in real Nix. */

import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Copy } from "./copy.ts";
import type { Host } from "./fleet.ts";

const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");
const localFlake = path.resolve(import.meta.dirname, "../local-flake.nix");

const results: Readonly<Record<Host["kind"], string>> = {
  nixos: "config.system.build.toplevel",
  darwin: "system",
  home: "activationPackage",
};

/** One line for each. All inputs are evaluated in place, by both. */
export function sameInNix(copy: Copy, hosts: readonly Host[], sources: string, nix: string): readonly string[] {
  return hosts.map(({ name, flake, attribute, kind }) => {
    const folder = path.join(copy.folder, flake);
    const called = `(import ${localFlake} { flake = ${folder}; sources = import ${path.resolve(sources)}; })`;
    const expression = `${called}.${attribute}.${results[kind]}.drvPath`;
    const words = ["--eval", "--strict", "--json", "--read-write-mode", "-E", expression];
    const theirs = answer([...nix.split(" "), "nix-instantiate", ...words]);
    const ours = answer([process.execPath, bin, "eval", "--strict", "--json", "-E", expression]);
    return `${name} in real Nix: ${ours === theirs ? `the same, ${theirs}` : `${theirs}, and here ${ours}`}`;
  });
}

function answer([program, ...words]: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program!, words, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return status === 0 ? (JSON.parse(stdout) as string) : `no answer: ${stderr.trim().split("\n").at(-1)}`;
}
