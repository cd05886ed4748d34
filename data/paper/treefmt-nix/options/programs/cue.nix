{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cue;
}
