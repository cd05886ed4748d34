{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configDir" = if config.home.preferXdgDirectories then
  "${config.xdg.configHome}/copilot"
else
  "${config.home.homeDirectory}/.copilot";
  "package" = pkgs.github-copilot-cli;
}
