{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.foliate;
}
