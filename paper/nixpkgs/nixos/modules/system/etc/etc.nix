# A file of /etc has the place that its name says, and what is in it comes from its text if it has one.
{ lib, pkgs, ... }:
let
  file =
    {
      name,
      config,
      options,
      ...
    }:
    {
      config = {
        target = lib.mkDefault name;
        source = lib.mkIf (config.text != null) (
          lib.mkDerivedConfig options.text (
            pkgs.writeText "etc-${builtins.replaceStrings [ "/" ] [ "-" ] name}"
          )
        );
      };
    };
in
{
  options.environment.etc = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule file); };
}
