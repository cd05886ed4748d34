{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lambdabot;
}
