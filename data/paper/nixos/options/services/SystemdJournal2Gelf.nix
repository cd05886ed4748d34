{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.systemd-journal2gelf;
}
