{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "/var/lib/${config.services.mediatomb.package.pname}";
  "package" = pkgs.gerbera;
}
