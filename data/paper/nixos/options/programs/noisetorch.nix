{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.noisetorch;
}
