{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zerotierone;
}
