{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wireshark-cli;
}
