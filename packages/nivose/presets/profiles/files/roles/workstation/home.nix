{ config, lib, ... }:
let
  cfg = config.@ns@.roles.workstation;
in
{
  options.@ns@.roles.workstation.enable = lib.mkEnableOption "the role of a workstation";

  config.@ns@.desktop.enable = lib.mkIf cfg.enable true;
}
