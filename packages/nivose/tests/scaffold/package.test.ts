import fc from "fast-check";
import { runEvaluation } from "@nivose/nix/evaluation";
import { describe, expect, test } from "vitest";
import { withFlags } from "../../src/cli/init/spec-of-flags.ts";
import { moduleName, partName } from "../../src/scaffold/presets/package/part-names.ts";
import { packagePreset } from "../../src/scaffold/presets/package.ts";
import { releases } from "../../src/scaffold/release.ts";
import type { FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { composed, faultsOf, resolved } from "./sound-repository.ts";

const { founding } = packagePreset;

async function filesOf(spec: FleetSpec): Promise<Map<string, string>> {
  const { files } = await composed(resolved(spec, packagePreset), packagePreset);
  return new Map(files.map((file) => [file.path, file.text]));
}

describe("a package of another name", () => {
  test("is a program of its own", async () => {
    const files = await filesOf(withFlags(founding, { name: "my-tool" }, founding));
    expect([...files.keys()]).toContain("src/my_tool/cli.py");
    expect([...files].filter(([, text]) => /toshy/iu.test(text)).map(([path]) => path)).toEqual([]);
  });

  test("is what its spec says, whoever names it", () => {
    const spec: FleetSpec = { package: { kind: "toshy", version: "25.8.0" } };
    expect(withFlags(spec, { name: "keys" }, founding)).toEqual({ ...spec, name: "keys" });
    expect(withFlags(founding, { name: "toshy" }, founding)).toEqual(founding);
  });

  test("has no hosts", () => {
    expect(() => resolved({ hosts: [{ name: "luna" }] }, packagePreset)).toThrow("this preset has no hosts");
  });

  test.each([
    ["my-tool", "my_tool", "my-tool"],
    ["Json", "app_json", "Json"],
    ["class", "app_class", "class"],
    ["9lives", "app_9lives", "9lives"],
    ["default", "default", "default-package"],
  ])("%s has names in Python and in Nix", (name, module, part) => {
    expect([moduleName(name), partName(name)]).toEqual([module, part]);
  });
});

describe("Toshy", () => {
  test("has sources of its version, and no hash of them", async () => {
    const fleet = resolved({ package: { kind: "toshy", version: "25.8.0" } }, packagePreset);
    const { files, notes } = await composed(fleet, packagePreset);
    const text = (path: string) => files.find((file) => file.path === path)!.text;
    expect(text("flake.nix")).toContain('"github:RedBearAK/toshy/Toshy_v25.8.0"');
    expect(Object.keys(JSON.parse(text("flake.lock")).nodes)).toEqual(["nixpkgs", "root"]);
    expect(notes.filter((note) => note.includes("is not locked"))).toHaveLength(3);
  });

  test("is formatted in CI only where the formatter is that of its files", async () => {
    const workflow = ".github/workflows/check.yml";
    expect((await filesOf(founding)).get(workflow)).not.toContain("nix fmt");
    expect((await filesOf({ package: { kind: "toshy" } })).get(workflow)).toContain("nix fmt");
  });
});

const packages = fc.record(
  {
    kind: fc.constantFrom("tool" as const, "toshy" as const),
    version: fc.constantFrom("0.1.0", "24.12.1", "1.0-rc.1+x"),
    homepage: fc.constant("https://example.org/a?b=c&d=$e"),
    license: fc.constantFrom("mit", "gpl3Only", "if"),
    systems: fc.subarray(["x86_64-linux", "aarch64-linux", "aarch64-darwin"]),
    formatter: fc.constantFrom("nixfmt" as const, "nixpkgs-fmt" as const),
  },
  { requiredKeys: ["kind"] },
);
const names = fc.oneof(
  fc.constantFrom("default", "options", "home", "requirements", "let", "import", "test", "9", "A-1", "x--y"),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,12}[A-Za-z0-9]$/u),
);
const descriptions = fc.constantFrom("", 'A "quoted" one', "back\\slash", "${danger} ''and'' @end@ @name@", "Größe ☃");

test("any package is sound, and says of itself what the spec says", async () => {
  const specs = fc.record({
    name: names,
    description: descriptions,
    release: fc.constantFrom(...releases),
    package: packages,
  });
  await fc.assert(
    fc.asyncProperty(specs, async (spec) => {
      const fleet = resolved(spec, packagePreset);
      const repository = await composed(fleet, packagePreset);
      expect(faultsOf(repository, fleet).filter((fault) => !fault.endsWith("a condition was left"))).toEqual([]);
      const manifest = repository.files.find(({ path }) => path === "pyproject.toml")!.text;
      const { project } = parsedToml(manifest);
      expect(project.version).toBe(fleet.package.version ?? "0.1.0");
      expect([spec.description, "A small program", packagePreset.founding.description]).toContain(project.description);
    }),
    { numRuns: 30, seed: 1 },
  );
});

function parsedToml(text: string): { project: { version: string; description: string } } {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(`builtins.fromTOML ${quoted(text)}`), name: "t", folder: "/" },
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
  // one character per byte
  return JSON.parse(Buffer.from(reply.output, "latin1").toString());
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\$]/gu, String.raw`\$&`)}"`;
}
