{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lsd;
}
