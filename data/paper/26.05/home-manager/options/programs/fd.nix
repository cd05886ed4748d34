{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fd;
}
