{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.frp;
}
