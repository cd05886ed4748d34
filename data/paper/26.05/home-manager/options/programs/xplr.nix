{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xplr;
}
