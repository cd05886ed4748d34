{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.virt-manager;
}
