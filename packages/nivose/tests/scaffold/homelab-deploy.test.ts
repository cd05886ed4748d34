/** The script that a home lab is deployed with, with stand-ins for `nix` and `ssh` that write down how they are called. */

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const script = path.resolve(import.meta.dirname, "../../presets/homelab/files/scripts/deploy.sh");
const hosts = {
  canary: { kind: "nixos", address: "10.0.0.1", tags: ["first"] },
  mac: { kind: "darwin", address: "10.0.0.2", tags: [] },
  server: { kind: "nixos", address: "10.0.0.3", tags: [] },
};
const hasJq = spawnSync("jq", ["--version"]).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nivose-deploy-"));
  mkdirSync(path.join(folder, "bin"));
  program(
    "nix",
    `case "$*" in
      *lib.waves*) echo '[["canary"],["server","mac"]]' ;;
      eval*) echo '${JSON.stringify(hosts)}' ;;
      build*) echo "/store/new" ;;
    esac`,
  );
  // what runs on a machine is kept in a file; a unit fails there with the new system if it is told so
  program(
    "ssh",
    `address=$(grep -o '10\\.0\\.0\\.[0-9]' <<<"$*" | head -n 1)
    current=${folder}/$address
    case "$*" in
      *readlink*) cat "$current" 2>/dev/null || echo /store/old ;;
      *deploy-switch*) echo /store/new >"$current" ;;
      *list-units*) if [ -e "${folder}/bad" ] && [ -e "$current" ]; then echo "nginx.service loaded failed failed Nginx"; fi ;;
    esac`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): void {
  const file = path.join(folder, "bin", name);
  writeFileSync(file, `#!/usr/bin/env bash\necho "${name} $*" >>${folder}/calls\n${text}\n`);
  chmodSync(file, 0o755);
}

function deploy(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("bash", [script, "--dirty", ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${path.join(folder, "bin")}:${process.env["PATH"]}` },
  });
  const calls = existsSync(path.join(folder, "calls"))
    ? readFileSync(path.join(folder, "calls"), "utf8")
        .split("\n")
        .map((line) => line.replace(/ -n -o .* ControlPath=none/u, ""))
    : [];
  return { status, stdout, stderr, calls };
}

describe.runIf(hasJq)("deploying a home lab", () => {
  test("goes wave by wave", () => {
    const { status, stdout } = deploy();
    expect([status, stdout]).toEqual([0, "wave: canary\ncanary: done\nwave: server mac\nserver: done\nmac: done\n"]);
  });

  test("arms the way back before it switches, and makes the new system the default last", () => {
    const { calls } = deploy("canary");
    expect(calls.filter((call) => /sudo/u.test(call))).toEqual([
      "ssh 10.0.0.1 sudo systemd-run --quiet --collect --unit=deploy-rollback --on-active=600 /store/old/bin/switch-to-configuration test",
      "ssh 10.0.0.1 sudo systemd-run --quiet --collect --wait --unit=deploy-switch /store/new/bin/switch-to-configuration test",
      "ssh 10.0.0.1 sudo systemctl stop deploy-rollback.timer",
      "ssh 10.0.0.1 sudo nix-env --profile /nix/var/nix/profiles/system --set '/store/new' && sudo '/store/new/bin/switch-to-configuration' boot",
    ]);
  });

  test("goes back if a unit fails that did not before, and leaves later waves alone", () => {
    writeFileSync(path.join(folder, "bad"), "");
    const { status, stdout, stderr, calls } = deploy();
    expect([status, stdout, stderr]).toEqual([
      1,
      "wave: canary\n",
      "canary: something is wrong; going back to /store/old\n  failed: nginx.service\n",
    ]);
    expect(calls).toContain("ssh 10.0.0.1 sudo systemctl start deploy-rollback.service");
    expect(calls.some((call) => call.includes("10.0.0.3"))).toBe(false);
  });

  test("takes hosts by their tags, and touches none in a dry run", () => {
    const { stdout, calls } = deploy("--dry-run", "@first");
    expect(stdout).toBe("wave: canary\n  /store/new\n");
    expect(calls.some((call) => call.startsWith("ssh"))).toBe(false);
  });

  test("builds for a Mac on the Mac, and elsewhere where it is told to", () => {
    const { calls } = deploy("--build-host", "10.0.0.9", "mac", "server");
    expect(calls.filter((call) => /^nix (?:build|copy)/u.test(call))).toEqual([
      'nix build --no-link --print-out-paths --eval-store auto --store ssh-ng://10.0.0.9 .#nixosConfigurations."server".config.system.build.toplevel',
      'nix build --no-link --print-out-paths --eval-store auto --store ssh-ng://10.0.0.2 .#darwinConfigurations."mac".system',
      "nix copy --from ssh-ng://10.0.0.9 --to ssh-ng://10.0.0.3 /store/new",
    ]);
  });
});
