{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fprettify;
}
