{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.signaturepdf;
}
