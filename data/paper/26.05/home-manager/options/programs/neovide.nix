{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.neovide;
}
