{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.homebox;
}
