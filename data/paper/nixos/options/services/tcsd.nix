{
  config,
  lib,
  options,
  pkgs,
}:
{
  "conformanceCred" = "${config.services.tcsd.stateDir}/conformance.cert";
  "endorsementCred" = "${config.services.tcsd.stateDir}/endorsement.cert";
  "platformCred" = "${config.services.tcsd.stateDir}/platform.cert";
}
