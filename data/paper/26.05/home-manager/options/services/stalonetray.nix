{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stalonetray;
}
