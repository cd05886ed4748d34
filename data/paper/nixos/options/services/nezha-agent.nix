{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nezha-agent;
}
