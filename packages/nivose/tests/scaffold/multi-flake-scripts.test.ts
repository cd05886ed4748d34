/** The scripts of the deployment flake do what they say, with stand-ins for ssh and nix that write down what they were told. */

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Sandbox } from "../cli/run-nivose.ts";

const scripts = path.resolve(import.meta.dirname, "../../presets/multi-flake/files/deployment/scripts");
const profile = "/nix/var/nix/profiles/system";

describe("the apps of multi-flake", () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
    mkdirSync(path.join(sandbox.folder, "bin"));
    standIn("nix", 'case "$*" in *build*) echo "/nix/store/$RANDOM_SYSTEM" ;; esac');
    standIn("ssh", '[[ "$*" != *"$BROKEN"* ]]');
    writeFileSync(
      path.join(sandbox.folder, "inventory"),
      [
        "Station-02 minimal-systems two.example.org laptop,canary",
        "Station-01 minimal-systems one.example.org laptop",
        "Station-00 desktop-systems zero.example.org ",
        "",
      ].join("\n"),
    );
  });
  afterEach(() => sandbox.remove());

  test("build a station where it belongs, copy it, and switch it", () => {
    expect(run("deploy", "Station-00").told).toEqual([
      'nix build path:/source?dir=desktop-systems#nixosConfigurations."Station-00".config.system.build.toplevel',
      "nix copy ssh-ng://root@zero.example.org /nix/store/new",
      `ssh root@zero.example.org nix-env --profile ${profile} --set /nix/store/new`,
      `ssh root@zero.example.org ${profile}/bin/switch-to-configuration switch`,
      "ssh root@zero.example.org true",
    ]);
  });

  test("take stations in their order, whatever the order of the words", () => {
    const { stdout } = run("deploy", "--action", "build", "Station-00", "@laptop", "Station-02");
    expect(stdout.match(/== \S+/gu)).toEqual(["== Station-02:", "== Station-01:", "== Station-00:"]);
  });

  test("stop at the first station that fails", () => {
    const { status, stdout, stderr } = run("deploy", { BROKEN: "one.example.org" }, "--all");
    expect(status).toBe(1);
    expect(stdout).not.toContain("Station-00");
    expect(stderr).toContain("Station-01 failed");
  });

  test("go back without building", () => {
    expect(run("deploy", "--action", "rollback", "@canary").told).toEqual([
      `ssh root@two.example.org nix-env --profile ${profile} --rollback`,
      `ssh root@two.example.org ${profile}/bin/switch-to-configuration switch`,
      "ssh root@two.example.org true",
    ]);
  });

  test("make no system the default that is only tried", () => {
    expect(run("deploy", "--action", "test", "Station-01").told.slice(2)).toEqual([
      "ssh root@one.example.org /nix/store/new/bin/switch-to-configuration test",
    ]);
  });

  test.each([
    [["deploy"], "name stations"],
    [["deploy", "Station-0"], "there is no station Station-0 here"],
    [["deploy", "--action", "wipe", "Station-00"], "there is no action wipe"],
    [["deploy", "--force"], "there is no option --force"],
    [["deploy", "@nobody"], "no station here has such a tag"],
    [["deploy", { flakes: "desktop-systems" }, "Station-01"], "there is no station Station-01 here"],
  ] as const)("refuse %j", (words, text) => {
    const { status, stderr, told } = run(...(words as unknown as Parameters<typeof run>));
    expect(stderr).toContain(text);
    expect({ status, told }).toEqual({ status: 1, told: [] });
  });

  test("back up all the others when one of them cannot", () => {
    const { status, stderr, told } = run("backup", { BROKEN: "two.example.org" }, "--all");
    expect(status).toBe(1);
    expect(stderr).toContain("not all is well with Station-02");
    expect(told.filter((line) => line.endsWith("systemctl start restic-backups-station.service"))).toHaveLength(2);
  });

  test("look at all stations if none is named", () => {
    const { status, stdout } = run("monitoring");
    expect(status).toBe(0);
    expect(stdout.match(/== \S+/gu)).toHaveLength(3);
  });

  function standIn(name: string, does: string): void {
    const file = path.join(sandbox.folder, "bin", name);
    writeFileSync(file, `#!/usr/bin/env bash\necho "${name} $*" | head -n 1 >> ${sandbox.folder}/told\n${does}\n`);
    chmodSync(file, 0o755);
  }

  /** As `writeShellApplication` puts a script together. Settings are those of the environment. */
  function run(script: string, ...words: (string | Record<string, string>)[]) {
    const settings = Object.assign({}, ...words.filter((word) => typeof word !== "string")) as Record<string, string>;
    const text = [
      "set -o errexit -o nounset -o pipefail",
      readFileSync(path.join(scripts, "stations.sh"), "utf8"),
      readFileSync(path.join(scripts, `${script}.sh`), "utf8"),
    ].join("\n");
    const given = words.filter((word) => typeof word === "string");
    const { status, stdout, stderr } = spawnSync("bash", ["-c", text, script, ...given], {
      encoding: "utf8",
      env: {
        ...sandbox.environment,
        PATH: `${sandbox.folder}/bin:${process.env["PATH"]}`,
        RANDOM_SYSTEM: "new",
        BROKEN: "nowhere",
        inventory: path.join(sandbox.folder, "inventory"),
        repository: "/source",
        flakes: "desktop-systems minimal-systems",
        ...settings,
      },
    });
    return { status, stdout, stderr, told: told() };
  }

  function told(): string[] {
    try {
      return readFileSync(path.join(sandbox.folder, "told"), "utf8").trim().split("\n").map(shortened);
    } catch {
      return [];
    }
  }

  /** Without options that are the same every time. */
  function shortened(line: string): string {
    return line.replaceAll(
      / --(?:extra-experimental-features nix-command(?: flakes)?|no-link|print-out-paths|substitute-on-destination|to)(?= )| -o \S+| --(?= )/gu,
      "",
    );
  }
});
