{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clipse;
}
