{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.python3Packages.pylint;
}
