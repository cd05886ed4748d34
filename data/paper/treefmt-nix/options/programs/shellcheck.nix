{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shellcheck;
}
