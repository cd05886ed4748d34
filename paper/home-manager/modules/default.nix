# Evaluates a home: what `homeManagerConfiguration` gives.
{
  configuration,
  pkgs,
  lib ? pkgs.lib,
  check ? true,
  extraSpecialArgs ? { },
}:
let
  extendedLib = import ./lib/stdlib-extended.nix lib;

  evaluated = extendedLib.evalModules {
    modules = [
      configuration
    ]
    ++ import ./modules.nix {
      inherit check pkgs;
      lib = extendedLib;
    };
    class = "homeManager";
    specialArgs = {
      modulesPath = toString ./.;
    }
    // extraSpecialArgs;
  };

  # What a home demands is looked at before anything of it is given away.
  checked =
    home:
    let
      # What cannot be known on paper does not fail on paper.
      fails =
        demand:
        let
          holds = builtins.tryEval demand.assertion;
        in
        holds.success && !holds.value;
      failed = lib.filter fails home.config.assertions;
      # Terminals show it in red.
      escape = builtins.fromJSON ''"\u001b"'';
      warn = warning: builtins.trace "${escape}[1;31mwarning: ${warning}${escape}[0m";
    in
    lib.foldr warn (
      if failed == [ ] then
        home
      else
        throw (
          "\nFailed assertions:\n" + lib.concatMapStringsSep "\n" (demand: "- ${demand.message}") failed
        )
    ) home.config.warnings;

  result =
    home:
    let
      inherit (checked home) config options _module;
    in
    {
      inherit config options;
      inherit (config.home) activationPackage;
      activation-script = config.home.activationPackage;
      inherit (_module.args) pkgs;
      newsDisplay = home.config.news.display;
      newsEntries = lib.sort (a: b: a.time > b.time) (
        lib.filter (entry: entry.condition) home.config.news.entries
      );
      extendModules = arguments: result (home.extendModules arguments);
    };
in
result evaluated
