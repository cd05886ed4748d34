{
  config,
  lib,
  options,
  pkgs,
}:
{
  "discordPackage" = pkgs.discord;
  "package" = pkgs.discocss;
}
