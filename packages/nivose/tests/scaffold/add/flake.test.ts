import { expect, test } from "vitest";
import type { FlakeSource } from "../../../src/check/source/repository.ts";
import { SourceFile } from "../../../src/check/source/source-file.ts";
import { flake } from "../../../src/scaffold/add/flake.ts";
import { addPart } from "../../../src/scaffold/add/part.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { presetsFolder } from "../sound-repository.ts";
import { codesOf, filesOf, siteOf } from "./grown-site.ts";

const templates = templatesOf(presetsFolder, "shared");
const whole = await siteOf(await loadPreset("multi-flake"));

/** Flakes as they are found, each with what it takes from the others. */
function siteWith(flakes: Readonly<Record<string, readonly string[]>>): Site {
  const sources = Object.entries(flakes).map(([folder, taken]): FlakeSource => {
    const inputs = ["nixpkgs", ...taken].map((name) => ({
      name,
      from: name === "nixpkgs" ? "github:NixOS/nixpkgs/nixos-26.05" : `path:../${name}`,
      revision: undefined,
      lastModified: undefined,
    }));
    return { folder, file: new SourceFile(`${folder}/flake.nix`, new Uint8Array()), inputs, lock: undefined };
  });
  return { ...whole, repository: { ...whole.repository, flakes: sources } };
}

test("a flake takes others, with one of each that both take, and is locked by their lock files", () => {
  const site = siteWith({ services: ["shared-modules"], "shared-modules": [] });
  const files = filesOf(addPart(flake, site, { name: "lab", inputs: ["services", "shared-modules"] }, templates));
  const text = Buffer.from(files.get("lab/flake.nix")!).toString();
  expect(text).toContain('shared-modules.follows = "shared-modules";');
  const lock = JSON.parse(Buffer.from(files.get("lab/flake.lock")!).toString()) as { nodes: Record<string, unknown> };
  expect(Object.keys(lock.nodes).toSorted()).toEqual(["nixpkgs", "root", "services", "shared-modules"]);
  expect(lock.nodes["services"]).toMatchObject({
    inputs: { nixpkgs: ["nixpkgs"], "shared-modules": ["shared-modules"] },
    locked: { path: "../services", type: "path" },
    parent: [],
  });
});

test.each([
  ["itself", ["lab"], "flake-cycle"],
  ["one that leads back to it", ["services"], "flake-cycle"],
  ["one that is not there", ["nowhere"], "flake-input-unknown"],
])("a flake does not take %s", (_what, inputs, code) => {
  const site = siteWith({ services: ["shared-modules"], "shared-modules": ["lab"] });
  expect(codesOf(addPart(flake, site, { name: "lab", inputs }, templates))).toEqual([code]);
});

test("a flake does not go into a folder that is something else", () => {
  expect(codesOf(addPart(flake, siteWith({}), { name: "docs" }, templates))).toEqual(["part-exists"]);
});
