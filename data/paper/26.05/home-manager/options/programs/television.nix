{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.television;
}
