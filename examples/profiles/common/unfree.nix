# Software without a free licence is installed only if it is named: each module names what it needs.
{ config, lib, ... }:
{
  options.systems.unfree = lib.mkOption {
    type = lib.types.listOf lib.types.str;
    default = [ ];
    example = [ "steam" ];
    description = "Names of packages without a free licence that may be installed.";
  };

  config.nixpkgs.config.allowUnfreePredicate =
    package: builtins.elem (lib.getName package) config.systems.unfree;
}
