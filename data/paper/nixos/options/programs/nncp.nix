{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nncp;
}
