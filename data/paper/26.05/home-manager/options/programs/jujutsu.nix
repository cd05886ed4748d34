{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ediff" = config.programs.emacs.enable;
  "package" = pkgs.jujutsu;
}
