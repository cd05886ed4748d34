{
  config,
  lib,
  options,
  pkgs,
}:
{
  "awesome.package" = pkgs.awesome;
  "bspwm.package" = pkgs.bspwm;
  "bspwm.sxhkd.package" = pkgs.sxhkd;
  "clfswm.package" = pkgs.sbclPackages.clfswm;
  "dk.package" = pkgs.dk;
  "dwm.package" = pkgs.dwm;
  "exwm.extraPackages" = epkgs: [];
  "herbstluftwm.package" = pkgs.herbstluftwm;
  "i3.extraPackages" = with pkgs; [
  dmenu
  i3status
  i3lock
];
  "i3.package" = pkgs.i3;
  "katriawm.package" = pkgs.katriawm;
  "qtile.extraPackages" = python3Packages: with python3Packages; [];
  "qtile.package" = pkgs.qtile-unwrapped;
  "ragnarwm.package" = pkgs.ragnarwm;
  "wmderland.extraPackages" = with pkgs; [
  rofi
  dunst
  light
  hsetroot
  feh
  rxvt-unicode
];
  "xmonad.extraPackages" = self: [];
  "xmonad.haskellPackages" = pkgs.haskellPackages;
}
