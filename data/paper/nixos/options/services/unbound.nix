{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.unbound-with-systemd;
}
