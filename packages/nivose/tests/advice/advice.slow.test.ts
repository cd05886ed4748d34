/**
 * Hosts and flakes with one mistake each: what `nivose eval` says of each of them, and `nivose show` of all hosts, is in a
 * file. `UPDATE=1` writes what they say now.
 */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../cli/run-nivose.ts";

const fleet = path.join(import.meta.dirname, "fleet");
const golden = path.join(import.meta.dirname, "golden");
const sandbox = new Sandbox(fleet);
afterAll(() => sandbox.remove());

const flakes = path.join(import.meta.dirname, "flakes");
const alone = new Sandbox(flakes);
afterAll(() => alone.remove());

const hosts = readdirSync(path.join(fleet, "hosts")).map((file) => path.basename(file, ".nix"));

function hold(name: string, actual: string): void {
  const printed = actual
    .replaceAll(sandbox.top, "SANDBOX")
    .replaceAll(alone.top, "SANDBOX")
    .replaceAll(/\/nix\/store\/[0-9a-z]{32}-source/gu, "/nix/store/…-source");
  const file = path.join(golden, name);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, printed);
  }
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
}

test.each(hosts)("eval of the host %s", (host) => {
  const { stdout, stderr, status } = sandbox.run(
    `nivose eval '.#nixosConfigurations.${host}.config.system.build.toplevel'`,
  );
  expect({ host, stdout: stdout !== "", status }).toEqual({
    host,
    stdout: host === "sound",
    status: host === "sound" ? 0 : 1,
  });
  hold(`eval ${host}`, stderr);
});

test.each(readdirSync(flakes))("eval of the flake %s", (name) => {
  if (name.startsWith("unfree"))
    cpSync(path.join(fleet, "nixpkgs"), path.join(alone.folder, name, "nixpkgs"), { recursive: true });
  const { stdout, stderr, status } = alone.run(`nivose eval ./${name}#${name.startsWith("package") ? "default" : "x"}`);
  expect({ name, stdout, status }).toEqual({ name, stdout: "", status: name === "input-to-outputs" ? 3 : 1 });
  hold(`eval ${name}`, stderr);
});

test("flake show of a broken output", () => {
  const { stdout, stderr } = alone.run("nivose flake show ./package-of-a-flake");
  hold("flake show", stdout.replace(/^path:.*$/mu, "path:…") + stderr);
});

test("show of all hosts", () => {
  const { stdout, stderr } = sandbox.run("nivose show");
  hold("show", stdout + stderr);
});

test("show of all hosts as JSON", () => {
  const { stdout } = sandbox.run("nivose show --json conflict unfree option-misspelt import-of-nothing");
  hold("show as JSON", stdout);
});

test("why on a host that cannot be evaluated", () => {
  const { stdout, stderr } = sandbox.run("nivose why recursion-imports services.nginx.enable");
  hold("why", stdout + stderr);
});
