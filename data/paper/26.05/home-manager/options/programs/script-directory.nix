{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.script-directory;
}
