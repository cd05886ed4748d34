{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.plasma-workspace;
}
