{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configDir" = if pkgs.stdenv.isDarwin && !config.xdg.enable then
  "Library/Application Support/nushell"
else
  "${config.xdg.configHome}/nushell";
  "package" = pkgs.nushell;
}
