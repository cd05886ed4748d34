{ lib, ... }:
{
  options.my.enable = lib.mkEnableOptions "mine";
}
