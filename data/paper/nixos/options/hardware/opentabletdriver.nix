{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opentabletdriver;
}
