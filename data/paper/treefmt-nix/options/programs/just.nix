{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.just;
}
