{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gitui;
}
