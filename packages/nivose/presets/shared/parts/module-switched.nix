@comment@
{ config, lib, ... }:
{
  config = lib.mkIf config.@option@.enable { };
}
