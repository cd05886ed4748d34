# A formatter per system. An output must not be null, so the output is left out where no system has a formatter. Without
# a look at every system this is only known if `perSystem` says so without being told its system.
{
  config,
  lib,
  flake-parts-lib,
  ...
}:
let
  inherit (lib) mkOption types;

  anywhere = config.perSystem (
    throw "flake-parts asks whether there is a formatter for any system at all"
  );
  asked = builtins.tryEval anywhere.formatter;
  never = asked.success && asked.value == null;
in
{
  options.flake.formatter = mkOption {
    type = types.lazyAttrsOf (types.nullOr types.package);
    default = { };
  };
  options.perSystem = flake-parts-lib.mkPerSystemOption {
    _file = ./formatter.nix;
    options.formatter = mkOption {
      type = types.nullOr types.package;
      default = null;
    };
  };

  config.flake.formatter = lib.optionalAttrs (!never) (
    lib.mapAttrs (
      system: parts:
      if parts.formatter != null then
        parts.formatter
      else
        throw ''
          flake-parts could not determine statically that no formatter is defined for *all* systems.
          There is none for ${system}. Take the output away with `touchup.attr.formatter`, or define one for each system.
        ''
    ) config.allSystems
  );
  config.perInput = system: flake: { formatter = flake.formatter.${system}; };
}
