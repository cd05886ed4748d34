{
  config,
  lib,
  options,
  pkgs,
}:
{
  "defaultFontPath" = let inherit (lib) optionalString; in
optionalString config.fonts.fontDir.enable "/run/current-system/sw/share/X11/fonts";
  "package" = pkgs.xwayland.override (oldArgs: {
  inherit (config.programs.xwayland) defaultFontPath;
});
}
