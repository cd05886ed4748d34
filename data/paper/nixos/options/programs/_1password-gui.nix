{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs._1password-gui;
}
