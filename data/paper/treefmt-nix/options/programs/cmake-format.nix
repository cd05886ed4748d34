{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cmake-format;
}
