{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.andcli;
}
