{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aphorme;
}
