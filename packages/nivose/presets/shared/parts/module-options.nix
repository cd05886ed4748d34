@comment@
{ config, lib, ... }:
let
  cfg = config.@option@;
in
{
  options.@option@.enable = lib.mkEnableOption @description@;

  config = lib.mkIf cfg.enable { };
}
