/** What is particular to the preset `profiles`. */

import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../src/scaffold/compose.ts";
import { nixValue } from "../../src/scaffold/nix.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { factsOf } from "../../src/scaffold/presets/profiles/facts.ts";
import { roles } from "../../src/scaffold/presets/profiles/parts.ts";
import type { FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { composed, presetsFolder, resolved } from "./sound-repository.ts";

let preset: Preset;
beforeAll(async () => {
  preset = await loadPreset("profiles");
});

const written = (spec: FleetSpec): Promise<Composed> => composed(resolved(spec, preset), preset);

const textOf = ({ files }: Composed, name: string): string => {
  const file = files.find((each) => each.path === name);
  if (file === undefined) throw new Error(`no ${name} among ${files.map((each) => each.path).join(" ")}`);
  return file.text;
};

describe("the preset profiles", () => {
  test("ticks every box of the plan, for the fleet of the plan", async () => {
    const boxes = textOf(await written(preset.founding), "TODO.md").match(/- \[.\] .*/gu) ?? [];
    expect(boxes).toHaveLength(55);
    expect(boxes.filter((box) => !box.startsWith("- [x]"))).toEqual([]);
  });

  test("warns of machines that nobody could log in to", async () => {
    const warning = expect.stringContaining("Nobody has a public SSH key");
    expect((await written({ hosts: [{ name: "a" }], users: [{ name: "kim" }] })).notes).toContainEqual(warning);
    expect((await written({ hosts: [{ name: "a", kind: "home" }], users: [{ name: "kim" }] })).notes).toEqual([]);
    expect((await written(preset.founding)).notes).toEqual([]);
  });

  test("ticks no box for what is not there", async () => {
    const todo = textOf(await written({ hosts: [], secrets: { kind: "none" }, ci: [] }), "TODO.md");
    expect(todo.match(/- \[ \] .*/gu)).toEqual([
      expect.stringContaining("`darwin/` for MacOS-specific modules"),
      expect.stringContaining("Update machine configurations"),
      expect.stringContaining("Set up proper SOPS"),
      expect.stringContaining("Organize secrets"),
      expect.stringContaining("Document secret management"),
      expect.stringContaining("Create secure backup"),
      expect.stringContaining("Implement CI/CD"),
      expect.stringContaining("Improve MacOS"),
      expect.stringContaining("Better integrate with homebrew"),
      expect.stringContaining("Standardize cross-platform"),
    ]);
  });

  test("gives a secret to those who need it, by category", () => {
    const { secrets } = preset.draw(resolved(preset.founding, preset), {
      fill: () => "",
      all: () => [],
    });
    const readers = Object.fromEntries(secrets.map((secret) => [secret.path, secret.hosts]));
    expect(readers).toMatchObject({
      "secrets/users/robin.yaml": ["Marshmallow", "Total-Eclipse"],
      "secrets/backup/Bartleby.yaml": ["Bartleby"],
      "secrets/backup-access/Bartleby.yaml": ["Bartleby", "Rich-Evans"],
      "secrets/services/monitoring.yaml": ["Rich-Evans"],
      "secrets/work/registry.yaml": ["Work"],
    });
  });

  test("leaves a role out where it has nothing to do, and says so", async () => {
    const repository = await written({ hosts: [{ name: "mac", kind: "darwin", roles: ["low-resource"] }] });
    expect(textOf(repository, "fleet.nix")).toContain("roles = [ ];");
    expect(repository.notes).toEqual(["The role 'low-resource' is for NixOS, so mac is without it."]);
  });

  test("says the same of a fleet in TypeScript and in Nix", () => {
    const fleet = resolved(preset.founding, preset);
    const facts = factsOf(fleet);
    const names = (hosts: readonly { readonly name: string }[]): string[] => hosts.map(({ name }) => name);
    const hosts = Object.fromEntries(
      fleet.hosts.map(({ name, kind, profiles, roles: own, services }) => [
        name,
        { kind, profiles, roles: own, services },
      ]),
    );
    const nix = evaluated(`import ./lib/fleet.nix { hosts = ${nixValue(hosts)}; }`) as Record<string, unknown>;
    expect(nix).toEqual({
      backupClients: names(facts.backupClients),
      backupServer: facts.backupServer?.name,
      monitor: facts.monitor?.name,
      monitored: ["Bartleby", "Rich-Evans"],
      remote: names(facts.remote),
    });
  });

  test("knows the platforms of each role as Nix does", () => {
    const platforms = evaluated("import ./roles") as Record<string, string[]>;
    const kinds = ["nixos", "darwin", "home"] as const;
    const own = kinds.map((kind) => [kind, Object.keys(roles).filter((role) => roles[role]!.includes(kind))]);
    expect(platforms).toEqual(Object.fromEntries(own));
  });
});

/** An expression beside the templates that need nothing filled in. */
function evaluated(expression: string): unknown {
  const reply = runEvaluation(
    {
      expression: {
        kind: "text",
        text: Buffer.from(expression),
        name: "t",
        folder: path.join(presetsFolder, "profiles/files"),
      },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
  return JSON.parse(reply.output);
}
