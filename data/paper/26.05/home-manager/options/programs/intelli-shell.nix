{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.intelli-shell;
}
