{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kitty;
  "shellIntegration.enableBashIntegration" = let inherit (lib) elem; inherit (lib) splitString; in
!(elem "disabled" (splitString " " config.programs.kitty.shellIntegration.mode));
  "shellIntegration.enableFishIntegration" = let inherit (lib) elem; inherit (lib) splitString; in
!(elem "disabled" (splitString " " config.programs.kitty.shellIntegration.mode));
  "shellIntegration.enableZshIntegration" = let inherit (lib) elem; inherit (lib) splitString; in
!(elem "disabled" (splitString " " config.programs.kitty.shellIntegration.mode));
}
