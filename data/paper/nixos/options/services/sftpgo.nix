{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sftpgo;
}
