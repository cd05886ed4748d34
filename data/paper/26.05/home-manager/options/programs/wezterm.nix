{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wezterm;
}
