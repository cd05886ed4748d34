{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.keepassxc;
}
