{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.am2rlauncher;
}
