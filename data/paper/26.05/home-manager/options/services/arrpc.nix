{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.arrpc;
}
