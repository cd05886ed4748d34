{
  config,
  lib,
  options,
  pkgs,
}:
{
  "credentialsFile" = "${config.xdg.configHome}/cachix-agent.token";
  "package" = pkgs.cachix;
}
