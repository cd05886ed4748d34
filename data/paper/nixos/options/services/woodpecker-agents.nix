{
  config,
  lib,
  options,
  pkgs,
}:
{
  "agents.<name>.package" = name: pkgs.woodpecker-agent;
}
