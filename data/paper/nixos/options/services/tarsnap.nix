{
  config,
  lib,
  options,
  pkgs,
}:
{
  "archives.<name>.keyfile" = name: config.services.tarsnap.keyfile;
  "package" = pkgs.tarsnap;
}
