{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lvm2;
}
