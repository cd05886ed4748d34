{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xwayland.override (oldArgs: {
  inherit (config.programs.xwayland) defaultFontPath;
});
}
