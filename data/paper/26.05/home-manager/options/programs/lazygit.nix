{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lazygit;
}
