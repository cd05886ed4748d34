{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mobilizon;
}
