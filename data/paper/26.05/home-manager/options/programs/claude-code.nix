{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configDir" = "${config.home.homeDirectory}/.claude";
  "package" = pkgs.claude-code;
}
