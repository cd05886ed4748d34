# Somebody sits in front of it.
{ config, lib, ... }:
let
  cfg = config.systems.roles.workstation;
in
{
  options.systems.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config = lib.mkIf cfg.enable {
    systems.desktop.enable = true;
  };
}
