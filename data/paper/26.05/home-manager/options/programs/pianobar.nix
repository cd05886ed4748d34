{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pianobar;
}
