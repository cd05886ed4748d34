{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clang-tools;
}
