{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mouse-actions;
}
