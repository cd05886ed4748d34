import { describe, expect, test } from "vitest";
import type { Place } from "../../src/scaffold/layout.ts";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { presetNames } from "../../src/scaffold/presets/names.ts";
import { composed, resolved } from "./sound-repository.ts";

describe.each(presetNames)("the layout of %s", (name) => {
  test("says where things are", async () => {
    const preset = await loadPreset(name);
    const { files } = await composed(resolved(preset.founding, preset), preset);
    const paths = files.map((file) => file.path);
    const places = Object.entries(preset.layout.parts).flatMap(([kind, place]) =>
      [place].flat().map((each) => ({ kind, place: each })),
    );
    expect(places.length).toBeGreaterThan(0);
    const wrong = places.flatMap(({ kind, place }) => [
      ...(paths.some((path) => pattern(place.path).test(path)) || isFirst(name, place)
        ? []
        : [`${kind}: nothing is at ${place.path}`]),
      ...filesOf(place)
        .filter((file) => !paths.some((path) => pattern(file).test(path)))
        .map((file) => `${kind}: there is no ${file}`),
    ]);
    expect(wrong).toEqual([]);
  });
});

/** Places of parts that no repository has when it is new. */
function isFirst(preset: string, { path }: Place): boolean {
  return firsts.has(`${preset}: ${path}`);
}

const firsts: ReadonlySet<string> = new Set([
  "homelab: templates/{name}/flake.nix",
  "parts: shared/overlays/{name}.nix",
  "parts: templates/{name}/flake.nix",
  "multi-flake: packages/overlays/{name}.nix",
  "multi-flake: development/templates/{name}/flake.nix",
  "package: modules/home-{name}.nix",
  "package: shells/{name}.nix",
  "package: templates/{name}/flake.nix",
]);

function filesOf({ wiring }: Place): string[] {
  return wiring.map(({ file }) => file);
}

/** `{name}` and `{host}` stand for one name; a place may be a folder. */
function pattern(path: string): RegExp {
  const parts = path.split(/\{[a-z]+\}/u).map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/]+")}(?:/|$)`, "u");
}
