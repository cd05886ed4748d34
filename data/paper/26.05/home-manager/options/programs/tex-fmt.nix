{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tex-fmt;
}
