# Somebody sits in front of it.
{ config, lib, ... }:
let
  cfg = config.@ns@.roles.workstation;
in
{
  options.@ns@.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config = lib.mkIf cfg.enable {
    @ns@.desktop.enable = true;
  };
}
