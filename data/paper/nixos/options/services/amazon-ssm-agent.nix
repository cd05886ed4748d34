{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amazon-ssm-agent;
}
