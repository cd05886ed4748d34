{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gcc;
}
