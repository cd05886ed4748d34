/** A service that the fleet has a module of its own for: what it does, only an evaluation tells, and nothing is written before that. */

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf } from "../check/example-fleet.ts";
import { Sandbox } from "./run-nivose.ts";

const module = (name: string, settings: string): string => `{ config, lib, ... }:
{
  options.lab.services.${name}.enable = lib.mkEnableOption "${name}";

  config = lib.mkIf config.lab.services.${name}.enable {
    ${settings}
  };
}
`;

const files: Readonly<Record<string, string>> = {
  ...filesOf(""),
  "machine.nix": `{
  imports = [
    ./services/grafana.nix
    ./services/names.nix
    ./services/gitea.nix
    ./services/pages.nix
    ./services/picky.nix
    ./watch.nix
  ];
  lab.services.names.enable = true;
}
`,
  "watch.nix": `{ config, ... }:
{
  assertions = [
    {
      assertion = config.lab.services.names.enable;
      message = "somebody asks for names";
    }
  ];
}
`,
  "services/names.nix": module("names", "services.adguardhome.enable = true;"),
  "services/grafana.nix": module("grafana", "services.grafana.enable = true;"),
  "services/gitea.nix": module("gitea", "services.gitea = { enable = true; settings.server.HTTP_PORT = 3210; };"),
  "services/pages.nix": module("pages", "services.nginx.enable = true;"),
  "services/picky.nix": module(
    "picky",
    `services.caddy.enable = true;
    assertions = [ { assertion = false; message = "a mood is needed"; } ];`,
  ),
};

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = new Sandbox();
  for (const [name, text] of Object.entries(files)) {
    const place = path.join(sandbox.folder, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const { status } = sandbox.run(
    "git init -q && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm 'The fleet'",
  );
  if (status !== 0) throw new Error("there is no repository");
});
afterAll(() => sandbox.remove());

test("is not written where it would clash, or where an assertion forbids it", { timeout: 240_000 }, () => {
  const told = (name: string): string => {
    const { stdout } = sandbox.run(`nivose add service ${name} --on machine --paper --json`);
    expect(JSON.parse(stdout)).toMatchObject({ written: false, files: [] });
    return stdout;
  };
  expect(told("grafana")).toContain(
    "with Grafana on machine, AdGuard Home and Grafana both listen on TCP port 3000, and only one of them can have it",
  );
  expect(told("picky")).toContain("with picky on machine, an assertion does not hold: a mood is needed");
  expect(sandbox.run("git status --porcelain").stdout).toBe("");
});

test("is written where all is well, and nothing is left of the trial", { timeout: 240_000 }, () => {
  const { stdout, status } = sandbox.run("nivose add service pages --on machine --paper");
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(stdout).toContain("pages.enable = true;");
  expect(readdirSync(sandbox.top).filter((name) => name.startsWith("nivose-grown"))).toEqual([]);
});

test(
  "takes options of NixOS that the fleet's own module does not have, and says nothing new the second time",
  { timeout: 240_000 },
  () => {
    const command =
      "nivose add service gitea --on machine --paper --set settings.server.DOMAIN=g.example.org --allow-dirty";
    expect(sandbox.run(command).stdout).toContain('services.gitea.settings.server.DOMAIN = "g.example.org";');
    const again = sandbox.run(command);
    expect({ status: again.status, told: again.stderr.includes("nothing to change") }).toEqual({
      status: 0,
      told: true,
    });
  },
);

test("is not taken away where the host does not work without it", { timeout: 240_000 }, () => {
  const { stdout } = sandbox.run(
    "git stash -q; nivose remove service names --on machine --paper --json; git stash pop -q",
  );
  expect(JSON.parse(stdout)).toMatchObject({ written: false, files: [] });
  expect(stdout).toContain("without names on machine, an assertion does not hold: somebody asks for names");
});

test("is taken away where all is well", { timeout: 240_000 }, () => {
  const command = "nivose remove service pages --on machine --paper --allow-dirty";
  const { stdout, status } = sandbox.run(command);
  expect({ status, stdout }).toMatchObject({ status: 0 });
  expect(stdout).toContain("-  lab.services.pages.enable = true;");
});
