{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.actionlint;
}
