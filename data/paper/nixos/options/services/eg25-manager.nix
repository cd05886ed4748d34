{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eg25-manager;
}
