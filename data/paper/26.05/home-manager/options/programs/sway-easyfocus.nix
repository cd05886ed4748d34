{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sway-easyfocus;
}
