{
  config,
  lib,
  options,
  pkgs,
}:
{
  "locker" = "${pkgs.xlockmore}/bin/xlock";
}
