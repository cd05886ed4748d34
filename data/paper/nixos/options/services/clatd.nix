{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clatd;
}
