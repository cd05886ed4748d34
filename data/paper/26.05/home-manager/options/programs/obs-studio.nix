{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.obs-studio;
}
