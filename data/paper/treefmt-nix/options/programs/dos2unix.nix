{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dos2unix;
}
