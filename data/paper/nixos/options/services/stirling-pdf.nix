{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stirling-pdf;
}
