{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.radicale;
}
