{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sudo-rs;
}
