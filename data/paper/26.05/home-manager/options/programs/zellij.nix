{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zellij;
}
