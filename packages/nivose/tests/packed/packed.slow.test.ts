/**
 * The packed command, as somebody gets it who installs it: from the tarball alone, without a network, without this
 * repository.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const packageFolder = path.join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string };

// What npm passes on to its scripts would make the inner npm take this repository for the place to install into.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)));

let scratch: string;
let files: string[];
let installed: string;

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "nivose-packed-"));
  const packed = run("npm", ["pack", "--json", "--pack-destination", scratch], packageFolder);
  files = listed(packed);
  installed = path.join(scratch, "installed");
  mkdirSync(installed);
  const tarball = path.join(
    scratch,
    readdirSync(scratch).find((name) => name.endsWith(".tgz"))!,
  );
  // A cache of its own, which is empty: a dependency that had to be fetched could not come out of somebody's cache.
  const offline = ["--offline", "--no-audit", "--no-fund", "--cache", path.join(scratch, "cache")];
  run("npm", ["install", ...offline, tarball], installed);
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("holds the command, its manual, its licence and its description, and no sources", () => {
  for (const file of ["bin/nivose.js", "dist/main.js", "LICENSE", "README.md", "package.json"]) {
    expect(files).toContain(file);
  }
  expect(files.filter((file) => file.startsWith("man/"))).not.toEqual([]);
  expect(files.filter((file) => /^(src|tests)\/|\.(ts|map)$/.test(file))).toEqual([]);
});

it("needs no other package", () => {
  expect(readdirSync(path.join(installed, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["nivose"]);
});

it("knows its version", () => {
  expect(nivose("--version").trim()).toContain(manifest.version);
});

it("explains itself", () => {
  const help = nivose("--help");
  expect(help).toContain("nivose");
  expect(help).toContain("fmt");
});

it("does its work", () => {
  expect(nivose("parse", "--json", path.join(packageFolder, "../../flake.nix"))).toContain("{");
});

function nivose(...parameters: string[]): string {
  return run(path.join(installed, "node_modules/.bin/nivose"), parameters, installed);
}

function run(command: string, parameters: readonly string[], cwd: string): string {
  return execFileSync(command, parameters, {
    cwd,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    // the report of a package names each of its files
    maxBuffer: 1 << 26,
  });
}

/** The paths in the report of `npm pack --json`, which has one entry for each package. */
function listed(report: string): string[] {
  const packed = Object.values(JSON.parse(report) as Record<string, { files: { path: string }[] }>)[0]!;
  return packed.files.map((file) => file.path);
}
