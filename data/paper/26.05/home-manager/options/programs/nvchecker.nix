{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nvchecker;
}
