{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bashInteractive;
}
