{
  config,
  lib,
  options,
  pkgs,
}:
{
  "loginProgram" = "${pkgs.shadow}/bin/login";
}
