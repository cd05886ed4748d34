{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.moodle;
}
