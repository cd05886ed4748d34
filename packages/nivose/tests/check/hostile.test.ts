/** Fleets that somebody has made to get at more than they should, or that are damaged. */
import { expect, test } from "vitest";
import { baselineOf } from "../../src/check/baseline.ts";
import { applyFixes } from "../../src/check/fixes.ts";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

const sourcesOnly = { ...everything, isSourceOnly: true };

function lockWith(nodes: object): string {
  return JSON.stringify({ version: 7, root: "root", nodes });
}

const flake = `{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    home-manager.url = "github:nix-community/home-manager";
  };
  outputs = { nixpkgs, home-manager, ... }: { inherit nixpkgs home-manager; };
}
`;

const github = (owner: string, repo: string): object => ({
  locked: { type: "github", owner, repo, rev: "0".repeat(40), narHash: "sha256-A", lastModified: 1_735_500_000 },
  original: { type: "github", owner, repo },
});

test("a name in a lock file that is Nix stays a name in the flake", async () => {
  const name = 'x.url = "http://example.org"; inputs.y';
  const lock = lockWith({
    root: { inputs: { nixpkgs: "nixpkgs", "home-manager": "home-manager" } },
    nixpkgs: github("NixOS", "nixpkgs"),
    "home-manager": { ...github("nix-community", "home-manager"), inputs: { [name]: "nixpkgs_2" } },
    nixpkgs_2: github("NixOS", "nixpkgs"),
  });
  const files = { "flake.nix": flake, "flake.lock": lock };
  const { findings } = await checkFiles(files, { ...sourcesOnly, only: ["missing-follows"] });
  expect(findings).toHaveLength(1);
  const fixed = applyFixes(findings, (file) => Buffer.from(files[file as keyof typeof files]));
  expect(Buffer.from(fixed.files.get("flake.nix")!).toString()).toContain(
    String.raw`home-manager.inputs."x.url = \"http://example.org\"; inputs.y".follows = "nixpkgs";`,
  );
});

test("a damaged lock file is no reason to end", async () => {
  const lock = lockWith({
    root: { inputs: { nixpkgs: "a" } },
    a: { locked: { type: "path", path: "/x" }, original: null },
  });
  await expect(checkFiles({ "flake.nix": flake, "flake.lock": lock }, sourcesOnly)).resolves.toBeDefined();
});

test("names of files that are names of every object are counted like others", async () => {
  const finding = { code: "a", rule: "a", level: "error", class: "certain", text: "t" } as const;
  const found = ["__proto__", "constructor", "ok"].map((file) => ({ ...finding, at: { file } }));
  expect(Object.keys(baselineOf(found, () => undefined))).toEqual(["__proto__", "constructor", "ok"]);
});

test("a line break in the name of a file begins no line", async () => {
  const { text } = await checkFiles(
    filesOf({ "machine.nix": "{ }\n", "a\n::error::b.nix": "{ x = y; }\n" }),
    sourcesOnly,
  );
  expect(text).toContain("a␊::error::b.nix");
  expect(text).not.toMatch(/^ *::error/mu);
});

test.each([
  [
    "a set that reads itself",
    'rec {\n  services.xserver.layout = "de";\n  networking.domain = services.xserver.layout;\n}\n',
  ],
  [
    "a value that is used elsewhere",
    'let\n  xserver = {\n    layout = "de";\n  };\nin\n{\n  services = {\n    inherit xserver;\n  };\n  networking.domain = xserver.layout;\n}\n',
  ],
])("nothing is renamed in %s", async (_, text) => {
  const { findings } = await checkFiles(filesOf(text), { ...everything, only: ["renamed-option"] });
  expect(findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
});
