{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.perlPackages.PerlTidy;
}
