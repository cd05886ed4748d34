/**
 * What types on paper make of values beside what the real ones make of them: every option of a release is given a few values of
 * all kinds, also those in submodules.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-types.ts --nixpkgs FOLDER [--home-manager FOLDER]
 *         [--nix-darwin FOLDER] [--write]
 *
 * Paper may accept more, where a type has a check of its own, and may not know what comes of a value. It must never refuse
 * what the real type accepts, nor make something else of it. With `--write`, options of which it does are written down in
 * `data/paper/…/different-types.json`, and `nivose paper update --out data/paper` takes their types for unknown from then on.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import { type Source, sources } from "../src/schema/read/sources.ts";

const { values } = parseArgs({
  options: {
    nixpkgs: { type: "string" },
    "home-manager": { type: "string" },
    "nix-darwin": { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (values.nixpkgs === undefined)
  throw new Error("usage: paper-types.ts --nixpkgs FOLDER [--home-manager FOLDER] [--nix-darwin FOLDER]");

const nixpkgs = path.resolve(values.nixpkgs);
const root = path.resolve(import.meta.dirname, "../../..");

/** Rows of an option's name and one letter or text for each value. */
const question = `inspection: { options, lib, ... }:
let
  inherit (builtins) attrNames concatMap elem elemAt fromJSON head isList length readFile;
  or' = default: value: let tried = inspection.attempt value; in if tried.success then tried.value else default;
  SAMPLES = [
    true 7 70000 (0 - 1) 1.5 null "" "text" "/a/path" "a b" "a\\nb" "yes" [ ] [ "a" ] [ 1 ] [ [ ] ] { } { a = "x"; } { a = 1; }
    { a = { b = "c"; }; } { a = [ "x" ]; } [ { } ] (x: x) ./. { type = "derivation"; name = "d"; outPath = "/nix/store/00000000000000000000000000000000-d"; }
  ];
  # R is refused, F fails to be merged, U is not known on paper.
  told = merges: type: value:
    let
      checked = inspection.attempt (type.check value);
      merged = inspection.attempt (let made = builtins.toJSON (type.merge [ "it" ] [ { file = "f"; inherit value; } ]); in builtins.deepSeq made (builtins.unsafeDiscardStringContext made));
      isUnknown = tried: builtins.match ".*unknown on paper.*" tried.error != null;
    in
    if ! checked.success then (if isUnknown checked then "U" else "R")
    else if ! checked.value then "R"
    else if ! merges || builtins.isFunction value then "A"
    else if merged.success then "A" + merged.value
    else if isUnknown merged then "U"
    else "F";

  folder = directory: path:
    let index = fromJSON (readFile (directory + "/index.json")); in
    concatMap (name: member (path ++ [ name ]) (or' null (lib.getAttrFromPath (path ++ [ name ]) options)) (fromJSON (readFile (directory + "/\${name}.json"))).options) (attrNames index.files)
    ++ concatMap (name: folder (directory + "/\${name}") (path ++ [ name ])) (attrNames index.folders);
  member = path: real: it:
    if isList it then option path real it
    else concatMap (name: member (path ++ [ name ]) (or' null (real.\${name} or null)) it.\${name}) (attrNames it);
  option = path: real: it:
    let facts = if length it > 1 then elemAt it 1 else { }; in
    if facts ? aliasOf || facts ? removed then [ ]
    else
      [ [ (lib.concatStringsSep "." path) (map (value: or' "-" (told (! hasSubmodule (head it)) real.type value)) SAMPLES) ] ]
      ++ below path real (head it);
  hasSubmodule = term: term == "submodule" || isList term && (elem (head term) [ "submodule" "attrTag" ] || builtins.any hasSubmodule term);
  below = path: real: term:
    if ! isList term then [ ]
    else
      let kind = head term; in
      if kind == "submodule" then
        let inner = or' null (real.type.getSubOptions [ ]); in
        concatMap (name: member (path ++ [ name ]) (or' null (inner.\${name} or null)) (elemAt term 1).\${name}) (attrNames (elemAt term 1))
      else if kind == "attrsOf" || kind == "lazyAttrsOf" then below (path ++ [ "<name>" ]) real (elemAt term 1)
      else if kind == "listOf" then below (path ++ [ "*" ]) real (elemAt term 1)
      else if kind == "nullOr" || kind == "described" then below path real (elemAt term 1)
      else [ ];
in
folder DATA [ ]`;

for (const source of Object.keys(sources) as Source[]) {
  const folder = source === "nixos" ? nixpkgs : values[source as "home-manager" | "nix-darwin"];
  if (folder === undefined) continue;
  const data = path.join(root, "data/paper", source, "options");
  const real = await rows(`(${sources[source]}) { nixpkgs = ${nixpkgs}; source = ${path.resolve(folder)}; }`, data);
  const paper = await rows(
    `let
      lib = import ${root}/paper/lib;
      declared = import ${root}/paper/declare { data = ${data}; };
      pkgs = throw "unknown on paper: packages";
    in { inherit lib; inherit (lib.evalModules { modules = [ declared { _module.args = { inherit pkgs; }; } ]; }) options; }`,
    data,
  );
  compare(source, real, paper);
}

type Rows = readonly (readonly [option: string, told: readonly string[]])[];

async function rows(expression: string, data: string): Promise<Rows> {
  const session = new EvaluationSession();
  try {
    const reply = await session.evaluate({
      expression: { kind: "text", text: Buffer.from(expression), name: "options", folder: root },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(question.replace("DATA", data)),
      watch: { file: "/lib/modules.nix", names: [] },
      settings: {},
    });
    if (!reply.ok) throw new Error(reply.failure.text);
    return JSON.parse(Buffer.from(reply.output, "latin1").toString()) as Rows;
  } finally {
    await session.end();
  }
}

function compare(source: string, real: Rows, paper: Rows): void {
  const different = new Set<string>();
  const counts = { same: 0, more: 0, unknown: 0, incomparable: 0, wrong: 0 };
  real.forEach(([option, answers], row) => {
    answers.forEach((answer, sample) => {
      const ours = paper[row]![1][sample]!;
      const verdict = verdictOf(answer, ours);
      counts[verdict]++;
      if (verdict === "wrong") different.add(option);
      if (verdict === "wrong") process.stdout.write(`WRONG ${option} value ${sample}: real ${answer}, paper ${ours}\n`);
    });
  });
  const { same, more, unknown, incomparable, wrong } = counts;
  process.stdout.write(
    `${source}: ${real.length} options, of their answers ${same} the same, ${more} accepted on paper alone, ${unknown} unknown on paper, ` +
      `${incomparable} that the real type does not give, ${wrong} wrong\n`,
  );
  if (!values.write) process.exitCode = wrong > 0 ? 1 : process.exitCode;
  else if (wrong > 0) writeDown(path.join(root, "data/paper", source, "different-types.json"), different);
}

/** Beside those that are known already. */
function writeDown(file: string, different: ReadonlySet<string>): void {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly string[]) : [];
  const names = [...new Set([...known, ...different])].toSorted().map((name) => JSON.stringify(name));
  writeFileSync(file, `[\n${names.join(",\n")}\n]\n`);
}

function verdictOf(real: string, paper: string): "same" | "more" | "unknown" | "incomparable" | "wrong" {
  if (real === "-") return "incomparable";
  if (real === paper) return "same";
  if (paper === "U") return "unknown";
  const isRefused = (answer: string): boolean => answer === "R" || answer === "F";
  if (isRefused(real)) return isRefused(paper) ? "same" : "more";
  return "wrong";
}
