{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.singularity;
}
