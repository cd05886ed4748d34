{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ncspot;
}
