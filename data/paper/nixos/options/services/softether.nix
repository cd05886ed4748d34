{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.softether;
}
