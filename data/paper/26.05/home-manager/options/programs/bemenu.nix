{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bemenu;
}
