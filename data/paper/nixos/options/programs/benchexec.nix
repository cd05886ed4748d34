{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.benchexec;
}
