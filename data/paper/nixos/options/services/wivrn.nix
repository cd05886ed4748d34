{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wivrn;
}
