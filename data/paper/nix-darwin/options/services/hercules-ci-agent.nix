{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hercules-ci-agent;
}
