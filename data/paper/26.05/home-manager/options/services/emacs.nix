{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = if config.programs.emacs.enable then config.programs.emacs.finalPackage
else pkgs.emacs;
  "startWithUserSession" = !config.services.emacs.socketActivation.enable;
}
