# Variants of a system, each with definitions of its own beside those of the system, or instead of them.
{
  lib,
  extendModules,
  noUserModules,
  ...
}:
let
  inherit (lib) mkOption types;

  specialisation =
    { config, ... }:
    let
      extended = if config.inheritParentConfig then extendModules else noUserModules.extendModules;
    in
    {
      options = {
        inheritParentConfig = mkOption {
          type = types.bool;
          default = true;
        };
        configuration = mkOption {
          inherit (extended { modules = [ ./no-clone.nix ]; }) type;
          default = { };
          visible = "shallow";
        };
      };
    };
in
{
  options = {
    isSpecialisation = mkOption {
      type = types.bool;
      internal = true;
      default = false;
    };
    specialisation = mkOption {
      type = types.attrsOf (types.submodule specialisation);
      default = { };
    };
  };
}
