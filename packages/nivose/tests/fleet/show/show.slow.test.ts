/**
 * `nivose show` on a fleet whose module system is a few lines, that of the tests of explanations: what it prints is in files.
 * `UPDATE=1` writes what it prints now.
 */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const golden = path.join(import.meta.dirname, "golden");
const sandbox = new Sandbox(path.join(import.meta.dirname, "repository"));
cpSync(path.join(import.meta.dirname, "../../explain/fleet/lib"), path.join(sandbox.folder, "lib"), {
  recursive: true,
});
sandbox.initGit();
execFileSync("git", ["add", "."], { cwd: sandbox.folder, env: sandbox.environment });
afterAll(() => sandbox.remove());

test.each<[string, string, Record<string, string>?]>([
  ["all hosts", ""],
  ["all hosts as JSON", "--json"],
  ["all hosts in 70 columns", "", { COLUMNS: "70" }],
  ["all hosts in 40 columns", "", { COLUMNS: "40" }],
  ["all hosts in colour", "--color always"],
  ["a host in depth", "luna"],
  ["a host in depth in 50 columns", "luna", { COLUMNS: "50" }],
  ["a host in depth as JSON", "--json luna"],
  ["a host of which not everything can be had", "sol"],
  ["a host that cannot be evaluated", "dead"],
  ["a Mac", "book"],
  ["a home", "ada@luna"],
  ["a machine that only a tool knows", "relay probe"],
  ["a host of another flake", "web"],
])("%s", (name, words, env = {}) => {
  const { stdout, stderr, status } = sandbox.run(`nivose show ${words}`, { env });
  const told = stderr.replaceAll(/^.*is dirty\n/gmu, "");
  const printed = `$ nivose show ${words}\n${stdout}${told}[${status}]\n`.replaceAll(sandbox.top, "SANDBOX");
  const file = path.join(golden, name);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, printed);
  }
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
});

test("hosts are completed", () => {
  const { stdout } = sandbox.run("nivose __complete show ''");
  expect(stdout).toBe("nothing\ndead\tnixos\nluna\tnixos\nsol\tnixos\nbook\tdarwin\nada@luna\thome\nweb\tnixos\n");
});

test("what is known of an output whose input is out of reach is not kept", () => {
  const other = new Sandbox();
  const input = '{ url = "github:nobody/nothing"; flake = false; }';
  const lock = {
    nodes: {
      far: {
        flake: false,
        locked: {
          type: "github",
          owner: "nobody",
          repo: "nothing",
          rev: "0".repeat(40),
          narHash: `sha256-${"A".repeat(43)}=`,
        },
        original: { type: "github", owner: "nobody", repo: "nothing" },
      },
      root: { inputs: { far: "far" } },
    },
    root: "root",
    version: 7,
  };
  writeFileSync(path.join(other.folder, "flake.lock"), JSON.stringify(lock));
  writeFileSync(
    path.join(other.folder, "flake.nix"),
    `{ inputs.far = ${input}; outputs = { self, far }: { nixosConfigurations = import far; }; }`,
  );
  const { stderr, status } = other.run("nivose show --real");
  expect([stderr, status]).toEqual([expect.stringContaining("is not on this machine"), 3]);
  const records = path.join(other.home, ".cache/nivose/records");
  expect(existsSync(records) ? readdirSync(records) : []).toEqual([]);
  other.remove();
});
