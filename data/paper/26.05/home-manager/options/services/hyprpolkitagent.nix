{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprpolkitagent;
}
