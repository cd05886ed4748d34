{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.invidious-router;
}
