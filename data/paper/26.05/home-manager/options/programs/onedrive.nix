{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.onedrive;
}
