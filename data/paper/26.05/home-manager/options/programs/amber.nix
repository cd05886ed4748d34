{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amber;
}
