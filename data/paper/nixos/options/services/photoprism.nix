{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.photoprism;
}
