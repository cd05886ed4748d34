{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.emacs;
  "startWithGraphical" = config.services.xserver.enable;
}
