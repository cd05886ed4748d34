{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cudatext;
}
