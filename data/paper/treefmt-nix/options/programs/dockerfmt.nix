{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dockerfmt;
}
