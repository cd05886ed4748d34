{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shellhub-agent;
}
