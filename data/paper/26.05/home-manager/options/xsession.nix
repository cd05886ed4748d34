{
  config,
  lib,
  options,
  pkgs,
}:
{
  "windowManager.awesome.package" = pkgs.awesome;
  "windowManager.bspwm.package" = pkgs.bspwm;
  "windowManager.exwm.extraPackages" = epkgs: [];
  "windowManager.exwm.package" = pkgs.emacs;
  "windowManager.fluxbox.package" = pkgs.fluxbox;
  "windowManager.herbstluftwm.package" = pkgs.herbstluftwm;
  "windowManager.i3.config.bars.*.fonts.size" = name: 8.0;
  "windowManager.i3.config.fonts.size" = 8.0;
  "windowManager.i3.package" = pkgs.i3;
  "windowManager.spectrwm.package" = pkgs.spectrwm;
  "windowManager.xmonad.haskellPackages" = pkgs.haskellPackages;
}
