{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dbusControlled" = let inherit (lib) length; in
length config.networking.wireless.interfaces < 2;
  "iwd.package" = pkgs.iwd;
}
