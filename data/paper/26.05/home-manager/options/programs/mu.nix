{
  config,
  lib,
  options,
  pkgs,
}:
{
  "home" = config.xdg.cacheHome + "/mu";
  "package" = pkgs.mu;
}
