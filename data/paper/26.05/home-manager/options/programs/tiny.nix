{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tiny;
}
