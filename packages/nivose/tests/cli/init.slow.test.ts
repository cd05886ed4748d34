import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { decryptDocument, Identity, parseIdentities } from "@nivose/sops";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyPlan, createFile, systemProcesses } from "../../src/change/index.ts";
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

  test("finishes first what had been interrupted there", () => {
    sandbox.run("git init -q lab");
    interruptedBefore("flake.nix", lab("."));
    expect(readdirSync(lab("."))).not.toContain("flake.nix");
    const { status, stderr } = sandbox.run(`nivose init homelab lab ${own}`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^finished first: 'Begin', which had been interrupted, is completed\n/u);
    expect(readFileSync(lab("flake.nix"), "utf8")).toBe("mine\n");
  });

  test("is taken back by undo, and can be done again", () => {
    sandbox.run(`nivose init homelab lab ${own}`);
    expect(sandbox.run("cd lab && nivose undo").status).toBe(0);
    expect(readdirSync(lab("."))).toEqual([".git"]);
    expect(sandbox.run(`nivose init homelab lab ${own}`).status).toBe(0);
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
  test.each(["null", "[]", "5", '{"hosts":5}', '{"hosts":[null]}', "\u00ff"])("refuses the spec %s", (spec) => {
    const input = spec === "\u00ff" ? new Uint8Array([0xff]) : spec;
    for (const flags of ["", "--service a:caddy", "--print-spec"]) {
      const { status, stdout, stderr } = sandbox.run(`nivose init homelab lab --spec - ${flags}`, { input });
      expect(stderr).toMatch(/\[spec-/u);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    }
  });

  test("refuses hosts of too many words, and parts without a name", () => {
    const run = (words: string): string => sandbox.run(`nivose init homelab lab --host a${words}`).stderr;
    expect(run(":nixos:x86_64-linux:b")).toContain('hosts[0].system is "x86_64-linux:b"');
    expect(run(" --service a")).toContain('hosts[0].services[0] is ""');
    expect(existsSync(lab("."))).toBe(false);
  });

  test("takes the key of the variable that sops takes it from, and the first X25519 one of a file", () => {
    const { key, recipient } = madeKey();
    const env = { SOPS_AGE_KEY: key };
    expect(sandbox.run(`nivose init homelab lab ${own}`, { env }).stderr).toContain("SOPS_AGE_KEY");
    expect(readFileSync(lab(".sops.yaml"), "utf8")).toContain(recipient);
    writeFileSync(path.join(sandbox.folder, "keys"), `AGE-PLUGIN-YUBIKEY-1QQQQ\n${key}\n`);
    sandbox.run(`nivose init homelab other ${own}`, { env: { SOPS_AGE_KEY_FILE: "keys" } });
    expect(readFileSync(path.join(sandbox.folder, "other/.sops.yaml"), "utf8")).toContain(recipient);
    expect(existsSync(keyFile())).toBe(false);
  });

  test("writes no key into the repository, nor below a relative path of XDG", () => {
    const inside = sandbox.run(`nivose init homelab lab ${own}`, { env: { SOPS_AGE_KEY_FILE: "lab/keys.txt" } });
    expect(inside).toMatchObject({ status: 1, stderr: expect.stringContaining("[init-key-inside]") });
    expect(existsSync(lab("."))).toBe(false);
    expect(sandbox.run(`nivose init homelab lab ${own}`, { env: { XDG_CONFIG_HOME: "lab" } }).status).toBe(0);
    expect(existsSync(keyFile())).toBe(true);
  });

  test("tells of a key that cannot be written or read, and does not wait for a pipe", () => {
    sandbox.run("touch file; mkfifo pipe");
    for (const [file, code] of [
      ["file/keys.txt", "init-key-unreadable"],
      ["pipe", "init-key-unreadable"],
    ] as const) {
      const { status, stderr } = sandbox.run(`nivose init homelab lab ${own}`, { env: { SOPS_AGE_KEY_FILE: file } });
      expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining(`[${code}]`) });
      expect(existsSync(lab("."))).toBe(false);
    }
  });

  test("needs no key for a package", () => {
    const { status } = sandbox.run("unset HOME; echo '{}' | nivose init package lab --spec -");
    expect(status).toBe(0);
  });

  test("makes no repository where a link leads nowhere, or without Git", () => {
    const link = sandbox.run(`ln -s nowhere link; nivose init homelab link ${own}`);
    expect(link).toMatchObject({ status: 1, stderr: expect.stringContaining("[init-no-folder]") });
    const alone = sandbox.run(
      `mkdir only; ln -s "$(command -v node)" only/node; nivose=$(command -v nivose); PATH=$PWD/only; node $nivose init homelab a/lab ${own}`,
    );
    expect(alone).toMatchObject({ status: 1, stderr: expect.stringContaining("[init-git-failed]") });
    expect(existsSync(path.join(sandbox.folder, "a"))).toBe(false);
  });

  test("makes files known to Git that its user ignores, and says where it could not", () => {
    sandbox.run("git config --global core.excludesFile ~/ignored; echo '*.lock' > ~/ignored");
    expect(sandbox.run(`nivose init homelab lab ${own}`).status).toBe(0);
    expect(execFileSync("git", ["ls-files"], { cwd: lab("."), encoding: "utf8" })).toContain("flake.lock\n");
    sandbox.run("git config --global --unset core.excludesFile; mkdir top; git init -q top; touch top/.git/index.lock");
    const { status, stdout } = sandbox.run(`nivose init homelab top/lab ${own} --json`);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ written: true, diagnostics: [{ code: "init-git-failed" }] });
    expect(existsSync(path.join(sandbox.folder, "top/lab/flake.nix"))).toBe(true);
  });

  test("tells commands that a shell takes, whatever the folder is called", () => {
    for (const name of ["a b", "-x", "it's", "a\nb", "\u001b[31m\u202e"]) {
      const { status, stderr } = sandbox.run('nivose init package --name tool -- "$NAME"', { env: { NAME: name } });
      expect(status).toBe(0);
      const [, command] = /^next:\n {2}(cd .*)$/mu.exec(stderr) ?? [];
      expect(command).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(sandbox.run(`${command} && pwd`).stdout).toBe(`${path.join(sandbox.folder, name)}\n`);
    }
  });
});

/** A change of two files that was killed when the first was in its place. */
function interruptedBefore(name: string, root: string): void {
  const plan = { title: "Begin", changes: ["README.md", name].map((file) => createFile(file, "mine\n")) };
  const context = {
    root,
    stateFolder: path.join(root, ".git/nivose"),
    // nobody has this number
    processes: systemProcesses(2 ** 22 + 1, hostname(), process.kill.bind(process)),
    now: () => 0,
    environment: sandbox.environment,
    onStep: (operation: string, location: string): void => {
      if (gone || (operation === "link" && location === path.join(root, name))) gone = true;
      if (gone) throw new Error("gone");
    },
  };
  let gone = false;
  expect(() => applyPlan(plan, context)).toThrow("gone");
}

function madeKey(): { readonly key: string; readonly recipient: string } {
  const identity = Identity.generate((length) => new Uint8Array(length).fill(5));
  return { key: identity.reveal(), recipient: identity.recipient };
}

function encryptedBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter(
      (file) =>
        file.endsWith(".yaml") && statSync(file).isFile() && readFileSync(file, "utf8").includes("ENC[AES256_GCM"),
    );
}
