{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lazydocker;
}
