{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.i3;
}
