{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ripgrep-all;
}
