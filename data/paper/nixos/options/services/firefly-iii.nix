{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefly-iii;
}
