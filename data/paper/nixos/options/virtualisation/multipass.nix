{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.multipass;
}
