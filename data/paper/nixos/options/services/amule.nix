{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "/home/${config.services.amule.user}/";
}
