{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.file-roller;
}
