{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.docker;
  "rootless.package" = pkgs.docker;
}
