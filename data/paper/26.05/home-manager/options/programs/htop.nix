{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.htop;
}
