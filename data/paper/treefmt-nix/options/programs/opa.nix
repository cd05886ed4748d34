{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.open-policy-agent;
}
