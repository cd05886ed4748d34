import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { decryptDocument, parseIdentities } from "@nivose/sops";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Sandbox } from "./run-nivose.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

const lab = (name: string): string => path.join(sandbox.folder, "lab", name);
const keyFile = (): string => path.join(sandbox.home, ".config/sops/age/keys.txt");
const own = "--host luna:nixos:x86_64-linux --user alex";

describe("nivose init", () => {
  test("writes a repository whose files Git knows, and tells what comes next", () => {
    const { status, stdout, stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(/^written: \d+ files in lab\n/u);
    expect(stderr).toMatch(/\nnext:\n {2}cd lab\n(?: {2}\S.*\n){3}$/u);
    const known = execFileSync("git", ["ls-files"], { cwd: lab("."), encoding: "utf8" });
    expect(known).toContain("flake.nix\n");
    expect(execFileSync("git", ["status", "--porcelain"], { cwd: lab("."), encoding: "utf8" })).not.toMatch(/^\?\?/mu);
    expect(sandbox.run("nivose fmt --check lab").status).toBe(0);
    expect(sandbox.run("nivose parse --check lab").status).toBe(0);
  });

  test("makes a key for whoever runs it, keeps it to him, and encrypts for it", () => {
    const { stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect(stderr).toContain("A new age key was written to");
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const identities = parseIdentities(readFileSync(keyFile(), "utf8"));
    const secrets = encryptedBelow(lab("."));
    expect(secrets.length).toBeGreaterThan(0);
    for (const file of secrets) {
      const text = readFileSync(file, "utf8");
      expect(() => decryptDocument({ text, format: "yaml", identities })).not.toThrow();
    }
    expect(stderr).not.toContain("AGE-SECRET-KEY");
  });

  test("uses the key that is there", () => {
    sandbox.run(`nivose init homelab lab ${own}`);
    const before = readFileSync(keyFile(), "utf8");
    expect(sandbox.run(`nivose init homelab other ${own}`).stderr).toContain("encrypted for the age key in");
    expect(readFileSync(keyFile(), "utf8")).toBe(before);
  });

  test("lets nobody from the preset's own fleet into hosts of one's own", () => {
    sandbox.run("nivose init homelab lab --host luna");
    expect(readFileSync(lab("fleet.nix"), "utf8")).toContain('users = [ "admin" ];');
    expect(readFileSync(lab("users.nix"), "utf8")).not.toContain("ssh-ed25519");
    expect(readFileSync(lab(".sops.yaml"), "utf8")).not.toContain("operator_ry");
    expect(readFileSync(lab("flake.nix"), "utf8")).toContain('description = "The machines of lab";');
  });

  test("keeps the users of a spec whose hosts are named by flags", () => {
    sandbox.run(`nivose init homelab lab --host luna --spec -`, { input: '{"users":[{"name":"kim"}]}' });
    expect(readFileSync(lab("fleet.nix"), "utf8")).toContain('users = [ "kim" ];');
  });

  test("says that nobody here can read the secrets of the preset's own fleet", () => {
    expect(sandbox.run("nivose init homelab lab").stderr).toContain("for the keys of ry");
    expect(existsSync(keyFile())).toBe(false);
  });

  test.each(["--service lnua:caddy", "--role lnua:server", "--profile lnua:server"])(
    "refuses %s, which names no host",
    (flag) => {
      const { status, stderr } = sandbox.run(`nivose init homelab lab ${own} ${flag}`);
      expect(status).toBe(1);
      expect(stderr).toContain("[spec-nobody]");
      expect(stderr).toContain("did you mean 'luna'?");
      expect(existsSync(lab("."))).toBe(false);
    },
  );

  test("refuses a key file that holds no key, and leaves it and everything else alone", () => {
    mkdirSync(path.dirname(keyFile()), { recursive: true });
    writeFileSync(keyFile(), "nonsense\n");
    const { status, stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect(status).toBe(1);
    expect(stderr).toContain("[init-key-unreadable]");
    expect(readFileSync(keyFile(), "utf8")).toBe("nonsense\n");
    expect(existsSync(lab("."))).toBe(false);
  });

  test("overwrites nothing", () => {
    mkdirSync(lab("."));
    writeFileSync(lab("flake.nix"), "mine\n");
    const { status, stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect(status).toBe(1);
    expect(stderr).toContain("lab/flake.nix");
    expect(readdirSync(lab("."))).toEqual(["flake.nix"]);
    expect(readFileSync(lab("flake.nix"), "utf8")).toBe("mine\n");
    expect(existsSync(keyFile())).toBe(false);
  });

  test("says once that the files are there already", () => {
    sandbox.run(`nivose init homelab lab ${own}`);
    const { status, stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect(status).toBe(1);
    expect(stderr.match(/\[[a-z-]+\]/gu)).toEqual(["[init-occupied]"]);
  });

  test("is taken back by undo", () => {
    sandbox.run(`nivose init homelab lab ${own}`);
    expect(sandbox.run("cd lab && nivose undo").status).toBe(0);
    expect(readdirSync(lab("."))).toEqual([".git"]);
  });

  test("goes into a repository that is there", () => {
    sandbox.initGit();
    expect(sandbox.run(`nivose init homelab lab ${own}`).status).toBe(0);
    expect(existsSync(lab(".git"))).toBe(false);
    expect(sandbox.run("git ls-files").stdout).toContain("lab/flake.nix\n");
  });

  test("reads a spec, and tells all of its mistakes", () => {
    const spec = JSON.stringify({ hosts: [{ name: "a", kind: "nixox" }, { name: "a" }], relase: "24.11" });
    const { status, stderr } = sandbox.run("nivose init homelab lab --spec -", { input: spec });
    expect(status).toBe(1);
    expect(stderr.match(/\[spec-[a-z]+\]/gu)).toEqual(["[spec-unexpected]", "[spec-twice]", "[spec-unknown]"]);
    expect(existsSync(lab("."))).toBe(false);
  });

  test("prints a spec that it reads again", () => {
    sandbox.run("nivose init homelab one --print-spec > spec.json");
    expect(existsSync(path.join(sandbox.folder, "one"))).toBe(false);
    expect(sandbox.run("nivose init homelab one --spec spec.json").status).toBe(0);
  });

  test("lists what it would write", () => {
    const { status, stdout, stderr } = sandbox.run(`nivose init homelab lab ${own} --dry-run`);
    expect(status).toBe(0);
    expect(stderr).toContain("A new age key would be written to");
    expect(stdout).toContain("lab/flake.nix\n");
    expect(existsSync(lab("."))).toBe(false);
    expect(existsSync(keyFile())).toBe(false);
  });
});

function encryptedBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter(
      (file) =>
        file.endsWith(".yaml") && statSync(file).isFile() && readFileSync(file, "utf8").includes("ENC[AES256_GCM"),
    );
}
