{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wayprompt;
}
