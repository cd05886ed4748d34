{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.t3code;
}
