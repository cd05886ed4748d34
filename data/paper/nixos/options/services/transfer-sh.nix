{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.transfer-sh;
}
