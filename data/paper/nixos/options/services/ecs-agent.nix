{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ecs-agent;
}
