{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yubikey-agent;
}
