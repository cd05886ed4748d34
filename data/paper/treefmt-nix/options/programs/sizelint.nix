{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sizelint;
}
