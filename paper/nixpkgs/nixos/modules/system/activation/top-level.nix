# The system as a derivation: what is defined in it, and the scripts that activate it.
{
  lib,
  config,
  options,
  pkgs,
  ...
}:
let
  failed = map (assertion: assertion.message) (
    builtins.filter (
      { assertion, ... }:
      let
        holds = builtins.tryEval assertion;
      in
      # What cannot be known on paper does not fail on paper.
      holds.success && !holds.value
    ) config.assertions
  );

  toplevel = import ../../../toplevel {
    inherit
      lib
      config
      options
      pkgs
      ;
  };
in
{
  imports = [ ../build.nix ];

  options.system.build.toplevel = lib.mkOption {
    type = lib.types.package;
    readOnly = true;
  };

  config.system.build.toplevel =
    if failed == [ ] then
      lib.showWarnings config.warnings toplevel
    else
      throw "\nFailed assertions:\n${lib.concatMapStringsSep "\n" (message: "- ${message}") failed}";
}
