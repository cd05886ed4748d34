{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.astroid;
}
