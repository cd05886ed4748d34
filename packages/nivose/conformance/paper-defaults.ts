/**
 * The defaults that paper knows beside those of real systems with next to no configuration: literal ones as values, and
 * computed ones by evaluating what paper has of them with the real `config`, `lib`, `options` and `pkgs`. There are two systems
 * of each kind, so that a default that was taken for a value and depends on the configuration is found.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-defaults.ts --nixpkgs FOLDER [--home-manager FOLDER]
 *         [--nix-darwin FOLDER] [--write]
 *
 * With `--write`, options of which paper has another default than the real one are written down in
 * `data/paper/…/different-defaults.json`, and `nivose paper update --out data/paper` takes these for unknown from then on.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";

const { values } = parseArgs({
  options: {
    nixpkgs: { type: "string" },
    "home-manager": { type: "string" },
    "nix-darwin": { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (values.nixpkgs === undefined)
  throw new Error("usage: paper-defaults.ts --nixpkgs FOLDER [--home-manager FOLDER] [--nix-darwin FOLDER] [--write]");

const nixpkgs = path.resolve(values.nixpkgs);
const data = path.resolve(import.meta.dirname, "../../../data/paper");

const systems: Readonly<Record<string, (source: string, isOther: boolean) => string>> = {
  nixos: (_, isOther) => `import ${nixpkgs}/nixos/lib/eval-config.nix {
    system = null;
    modules = [ {
      nixpkgs.hostPlatform = "${isOther ? "aarch64-linux" : "x86_64-linux"}";
      networking.hostName = "${isOther ? "other" : "nixos"}";
      networking.domain = ${isOther ? '"example.org"' : "null"};
      networking.enableIPv6 = ${!isOther};
      time.timeZone = ${isOther ? '"Europe/Paris"' : "null"};
      boot.loader.grub.enable = false;
      fileSystems."/".device = "/dev/sda1";
      system.stateVersion = "${isOther ? "22.11" : "24.11"}";
    } ];
  }`,
  "home-manager": (source, isOther) => `import ${source}/modules {
    pkgs = import ${nixpkgs} { system = "x86_64-linux"; config = { }; overlays = [ ]; };
    configuration = {
      home.username = "${isOther ? "other" : "user"}";
      home.homeDirectory = "/home/${isOther ? "other" : "user"}";
      home.stateVersion = "${isOther ? "22.11" : "24.11"}";
    };
  }`,
  "nix-darwin": (source, isOther) => `import ${source}/eval-config.nix {
    lib = import ${nixpkgs}/lib;
    enableNixpkgsReleaseCheck = false;
    modules = [ {
      nixpkgs.source = ${nixpkgs};
      nixpkgs.hostPlatform = "${isOther ? "x86_64-darwin" : "aarch64-darwin"}";
      system.checks.verifyNixPath = false;
      system.stateVersion = ${isOther ? 4 : 5};
    } ];
  }`,
};

/** Every option with a default, and whether it is the real one. */
const comparison = `inspection: { config, options, pkgs, lib, ... }:
let
  inherit (builtins) attrNames concatMap elemAt foldl' fromJSON head isAttrs isFunction isList isPath length mapAttrs pathExists readFile tail;
  or' = default: value: let tried = inspection.attempt value; in if tried.success then tried.value else default;
  shown = depth: value:
    if isFunction value then throw "a function"
    else if depth == 0 then throw "too deep"
    else if isPath value then toString value
    else if isList value then map (shown (depth - 1)) value
    else if isAttrs value then
      (if value.type or null == "derivation" then { derivation = value.name; output = value.outputName or "out"; }
      else mapAttrs (_: shown (depth - 1)) value)
    else if builtins.isString value then builtins.unsafeDiscardStringContext value
    else value;
  textOf = value: or' null (let it = builtins.toJSON (shown 8 value); in builtins.deepSeq it it);

  folder = directory: path:
    let index = fromJSON (readFile (directory + "/index.json")); in
    concatMap (name: file directory path name) (attrNames index.files)
    ++ concatMap (name: folder (directory + "/\${name}") (path ++ [ name ])) (attrNames index.folders);
  file = directory: path: name:
    let
      inside = path ++ [ name ];
      known = { inherit inside; length = length inside; expressions = import (directory + "/\${name}.nix") { inherit config lib options pkgs; }; };
    in
    member known inside [ ] (or' null (lib.getAttrFromPath inside options)) (fromJSON (readFile (directory + "/\${name}.json"))).options;

  member = known: path: names: real: it:
    if isList it then option known path names real it
    else concatMap (name: member known (path ++ [ name ]) names (or' null (real.\${name} or null)) it.\${name}) (attrNames it);

  option = known: path: names: real: it:
    let
      facts = if length it > 1 then elemAt it 1 else { };
      within = lib.drop known.length path;
      paper =
        if facts ? default then { value = facts.default; }
        else if facts.computed or null == "here" then { value = foldl' (make: name: make name) known.expressions.\${dotted within} names; }
        else null;
      realText = textOf real.default;
      paperText = textOf paper.value;
      verdict =
        if paper == null then (if facts ? computed then "unknown" else null)
        else if real == null || or' true (!(real ? default)) || realText == null then
          (if or' false (inspection.isSame real.default paper.value) then "same" else "incomparable")
        else if realText == paperText then "same"
        else "different";
    in
    (if verdict == null then [ ] else [ ({
      option = dotted path;
      inherit verdict;
      computed = facts.computed or null == "here";
    } // (if verdict == "different" then { real = realText; paper = paperText; } else { })) ])
    ++ below known path names real (head it);

  # What lies in submodules, as far as the type tells them by name.
  below = known: path: names: real: term:
    if ! isList term then [ ]
    else
      let kind = head term; in
      if kind == "submodule" then
        let inner = or' null (real.type.getSubOptions [ ]); in
        concatMap (name: member known (path ++ [ name ]) names (or' null (inner.\${name} or null)) (elemAt term 1).\${name}) (attrNames (elemAt term 1))
      else if kind == "attrsOf" || kind == "lazyAttrsOf" then below known (path ++ [ "<name>" ]) (names ++ [ "‹name›" ]) real (elemAt term 1)
      else if kind == "listOf" then below known (path ++ [ "*" ]) names real (elemAt term 1)
      else if kind == "nullOr" || kind == "described" then below known path names real (elemAt term 1)
      else [ ];

  dotted = path: builtins.concatStringsSep "." (map (part: if builtins.match ".*[.\\"].*" part == null then part else builtins.toJSON part) path);
in
folder DATA [ ]`;

interface Compared {
  readonly option: string;
  readonly verdict: "same" | "unknown" | "different" | "incomparable";
  readonly computed: boolean;
  readonly real?: string;
  readonly paper?: string | null;
}

for (const [source, system] of Object.entries(systems)) {
  const folder = source === "nixos" ? nixpkgs : values[source as "home-manager" | "nix-darwin"];
  if (folder === undefined) continue;
  const different = new Set<string>();
  for (const isOther of [false, true]) {
    const session = new EvaluationSession();
    try {
      for (const option of await compare(source, system(path.resolve(folder), isOther), session)) different.add(option);
    } finally {
      await session.end();
    }
  }
  if (values.write) writeDown(source, different);
  else if (different.size > 0) process.exitCode = 1;
}

async function compare(source: string, system: string, session: EvaluationSession): Promise<readonly string[]> {
  const lib = `{ lib = import ${nixpkgs}/lib; }`;
  const reply = await session.evaluate({
    expression: { kind: "text", text: Buffer.from(`${lib} // (${system})`), name: "system", folder: data },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(comparison.replace("DATA", path.join(data, source, "options"))),
    watch: { file: "/lib/modules.nix", names: [] },
    settings: {},
  });
  if (!reply.ok) throw new Error(`${source}: ${reply.failure.text}`);
  const all = JSON.parse(Buffer.from(reply.output, "latin1").toString()) as readonly Compared[];
  const count = (verdict: Compared["verdict"]): number => all.filter((each) => each.verdict === verdict).length;
  const different = all.filter(({ verdict }) => verdict === "different");
  for (const { option, real, paper } of different)
    process.stdout.write(`DIFFERENT ${option}\n  real  ${short(real)}\n  paper ${short(paper)}\n`);
  process.stdout.write(
    `${source}: of ${all.length} defaults ${count("same")} are the same (${all.filter(({ computed, verdict }) => computed && verdict === "same").length} of them computed), ` +
      `${count("unknown")} unknown on paper, ${count("incomparable")} cannot be compared, ${different.length} are different\n`,
  );
  return different.map(({ option }) => option);
}

/** Beside those that are known already. */
function writeDown(source: string, different: ReadonlySet<string>): void {
  const file = path.join(data, source, "different-defaults.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly string[]) : [];
  const names = [...new Set([...known, ...different])].toSorted().map((name) => JSON.stringify(name));
  writeFileSync(file, names.length === 0 ? "[]\n" : `[\n${names.join(",\n")}\n]\n`);
}

function short(text: string | null | undefined): string {
  return text === null || text === undefined ? "cannot be evaluated" : text.slice(0, 300);
}
