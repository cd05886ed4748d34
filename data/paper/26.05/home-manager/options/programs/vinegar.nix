{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vinegar;
}
