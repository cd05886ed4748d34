/**
 * Makes mistakes over libraries of nixpkgs of several releases, whose words and whose insides differ, and looks whether what is
 * said of each is of the right kind and has the right words.
 *
 *     node scripts/run.js packages/nivose/conformance/library-errors.ts FOLDER…
 *
 * Each folder has a `lib`, as trees of nixpkgs and of nixpkgs.lib do.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EvaluationSession } from "@nivose/nix/engine";
import { advise } from "../src/advice/advise.ts";
import { localFailure } from "../src/advice/places/local-failure.ts";
import { scopeQuestion } from "../src/advice/scope.ts";

const base = `
{ lib, ... }:
let inherit (lib) mkOption types; in
{
  options.web = {
    enable = lib.mkEnableOption "web";
    port = mkOption { type = types.int; default = 80; };
    name = mkOption { type = types.str; default = "web"; };
    tags = mkOption { type = types.listOf types.str; default = [ ]; };
    version = mkOption { type = types.str; default = "1"; readOnly = true; };
    owner = mkOption { type = types.str; };
    sites = mkOption {
      default = { };
      type = types.attrsOf (types.submodule { options.root = mkOption { type = types.path; default = /var; }; });
    };
  };
  config._module.args.pkgs = { inherit lib; hello = "hello"; };
}
`;

/** The module, the code, what is said, and whether it begins in the module. */
const mistakes: readonly (readonly [module: string, code: string, says: string])[] = [
  ['{ web.nmae = "a"; }', "option-not-declared", "'web.name'"],
  ['{ name = "a"; }', "option-not-declared", "'web.name'"],
  ["{ web.sites.a.rot = ./.; }", "option-not-declared", "web.sites.a.root"],
  ['{ web.enable = "yes"; }', "option-wrong-type", "web.enable = true;"],
  ['{ web.tags = "a"; }', "option-wrong-type", `web.tags = [ "a" ];`],
  ['{ web.tags = [ "a" 1 ]; }', "option-wrong-type", "element"],
  ["{ web.sites.a.root = 1; }", "option-wrong-type", "path"],
  ['{ imports = [ { web.name = "a"; } ]; web.name = "b"; }', "option-conflict", `gives "`],
  ['{ web.version = "2"; }', "option-set-twice", "web.version"],
  ["{ config, ... }: { web.name = config.web.owner; }", "option-without-value", "web.owner = …;"],
  ['{ lib, ... }: { options.b = lib.mkEnableOption "b"; web.name = "a"; }', "module-mixed", "config.web.name"],
  ["{ inputs, ... }: { web.name = inputs.a; }", "module-argument", "specialArgs = { inherit inputs; };"],
  ["{ pkg, ... }: { web.name = pkg.hello; }", "module-argument", "'pkgs'"],
  ["{ pkgs }: { web.name = pkgs.hello; }", "module-without-dots", "{ pkgs, ... }:"],
  ["{ pkgs, ... }: { web.name = pkgs.helo; }", "package-not-found", "'hello'"],
  ["{ lib, ... }: { web.enable = lib.mkFroce true; }", "attribute-not-found", "'mkForce'"],
  ["{ config, lib, ... }: { imports = lib.optional config.web.enable { }; }", "recursion-imports", "'config'"],
  ["{ pkgs, ... }: { imports = pkgs.lib.optional true { }; }", "recursion-imports", "'pkgs'"],
  ["{ inputs, ... }: { imports = [ inputs.a ]; }", "recursion-argument", "specialArgs"],
  [
    '{ config, ... }: { config = if config.web.enable then { web.name = "a"; } else { }; }',
    "recursion-whole-config",
    "lib.mkIf",
  ],
  [
    "{ config, lib, ... }: { web.enable = lib.mkIf config.web.enable true; }",
    "recursion-option",
    "'web.enable' depends on itself",
  ],
];

const folder = mkdtempSync(path.join(tmpdir(), "nivose-library-errors-"));
const session = new EvaluationSession();
let failed = 0;
try {
  writeFileSync(path.join(folder, "base.nix"), base);
  for (const library of process.argv.slice(2)) {
    let right = 0;
    for (const [module, code, says] of mistakes) {
      const said = await saidOf(path.resolve(library), module);
      if (said.code === code && said.words.includes(says) && said.file === "mistake.nix") right++;
      else process.stdout.write(`FAIL ${library}: ${module}\n${JSON.stringify(said, undefined, 2)}\n`);
    }
    failed += mistakes.length - right;
    process.stdout.write(`${library}: ${right} of ${mistakes.length}\n`);
  }
} finally {
  await session.end();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function saidOf(library: string, module: string) {
  writeFileSync(path.join(folder, "mistake.nix"), `${module}\n`);
  const text = `
    let system = (import ${library}/lib).evalModules { modules = [ ./base.nix ./mistake.nix ]; };
    in removeAttrs system.config.web (if system.options.web.owner.isDefined then [ ] else [ "owner" ])`;
  const reply = await session.evaluate({
    expression: { kind: "text", text: Buffer.from(text), name: "system", folder },
    selections: [""],
    args: [],
    output: "value",
    strict: true,
    location: false,
    onFailure: scopeQuestion,
    settings: { nixVersion: "2.26.3" },
  });
  if (reply.ok) return { code: "none", words: reply.output, file: undefined };
  const advice = await advise(localFailure(reply.failure));
  if (advice === undefined) return { code: "none", words: reply.failure.text, file: undefined };
  const { message, places, remedies } = advice;
  const words = [message.text, message.hint ?? "", ...places.map(({ note = "" }) => note)];
  const lines = remedies.flatMap((remedy) => [remedy.text, ...remedy.lines]);
  const [first] = places;
  return {
    code: message.code,
    words: [...words, ...lines].join("\n"),
    file: first === undefined ? undefined : path.basename(first.file),
  };
}
