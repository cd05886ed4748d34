{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ngircd;
}
