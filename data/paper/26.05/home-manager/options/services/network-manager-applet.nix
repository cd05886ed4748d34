{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.networkmanagerapplet;
}
