{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configurationDir" = "${pkgs.activemq}/conf";
}
