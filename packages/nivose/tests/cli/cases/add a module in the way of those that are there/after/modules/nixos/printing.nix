# Printers in the house.
{ config, lib, ... }:
let
  cfg = config.home-lab.printing;
in
{
  options.home-lab.printing.enable = lib.mkEnableOption "printers in the house";

  config = lib.mkIf cfg.enable { };
}
