{ config, lib, ... }:
let
  cfg = config.systems.roles.workstation;
in
{
  options.systems.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config.systems.desktop.enable = lib.mkIf cfg.enable true;
}
