{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprlauncher;
}
