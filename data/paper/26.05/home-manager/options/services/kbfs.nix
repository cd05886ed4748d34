{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kbfs;
}
