/** Every option that a founding fleet sets, with the newest release, is one that is known, or is named here with the reason. */

import path from "node:path";
import { parse } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { presetNames } from "../../src/scaffold/presets/names.ts";
import { definitionsOf } from "../../src/schema/definitions.ts";
import { OptionData } from "../../src/schema/option-data.ts";
import { optionsInFile } from "../../src/schema/option-lists.ts";
import { OptionTree } from "../../src/schema/option-tree.ts";
import { composed, resolved } from "./sound-repository.ts";
import { optionsOfOthers } from "./options-of-others.ts";

const folder = path.resolve(import.meta.dirname, "../../../../data/paper");
const options = new OptionTree(
  ["nixos", "26.05/home-manager", "26.05/nix-darwin"].map((source) => {
    const files = [...new OptionData(path.join(folder, source, "options")).files()];
    return Object.fromEntries(files.flatMap((file) => [...optionsInFile(file)].map((option) => [option.name, option])));
  }),
);

describe.each(presetNames)("the options that %s sets", (name) => {
  test("are known", async () => {
    const preset = await loadPreset(name);
    const fleet = resolved(preset.founding, preset);
    const { files } = await composed(fleet, preset);
    const unknown = files
      .filter(({ path: file }) => isModule(file))
      .flatMap(({ path: file, text }) =>
        (definitionsOf(parse(new TextEncoder().encode(text)), (option) => options.isOption(option)) ?? []).map(
          (definition) => ({ file, option: definition.path }),
        ),
      )
      .filter(({ option }) => !options.has(option) && option[0] !== fleet.namespace && option[0] !== undefined)
      .filter(
        ({ option }) => !optionsOfOthers.some(({ prefix }) => prefix.every((part, index) => option[index] === part)),
      )
      .map(({ file, option }) => `${file}: ${option.map((part) => part ?? "?").join(".")}`);
    expect(unknown).toEqual([]);
  });
});

/** Files that hold something else: flakes and their parts, packages, overlays, functions, plain data. */
function isModule(file: string): boolean {
  return (
    file.endsWith(".nix") &&
    // lists of people, of roles, of keys, and of modules
    !/^(?:roles|users|modules)\/default\.nix$|^secrets\/keys\//u.test(file) &&
    !/(?:^|\/)(?:flake|fleet|users|options|sources|graph|homes|people|rules)\.nix$|(?:^|\/)(?:lib|pkgs|packages|overlays|parts|shells|templates|tests|checks|containers|_?terraform)\//u.test(
      file,
    )
  );
}
