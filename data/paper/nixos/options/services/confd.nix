{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.confd;
}
