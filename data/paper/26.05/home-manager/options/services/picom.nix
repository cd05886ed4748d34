{
  config,
  lib,
  options,
  pkgs,
}:
{
  "activeOpacity" = 1.0;
  "fadeSteps" = [
  0.028
  0.03
];
  "inactiveOpacity" = 1.0;
  "menuOpacity" = 1.0;
  "package" = pkgs.picom;
  "shadowOpacity" = 0.75;
  "wintypes" = {
  popup_menu = { opacity = config.services.picom.menuOpacity; };
  dropdown_menu = { opacity = config.services.picom.menuOpacity; };
};
}
