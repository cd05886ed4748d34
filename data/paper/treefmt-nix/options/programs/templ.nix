{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.templ;
}
