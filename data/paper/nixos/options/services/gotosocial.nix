{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gotosocial;
}
