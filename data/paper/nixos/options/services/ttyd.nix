{
  config,
  lib,
  options,
  pkgs,
}:
{
  "entrypoint" = [ "${pkgs.shadow}/bin/login" ];
}
