{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.orca;
}
