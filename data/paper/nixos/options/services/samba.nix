{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.samba;
}
