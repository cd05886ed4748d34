{
  config,
  lib,
  options,
  pkgs,
}:
{
  "registerToSynapse" = config.services.matrix-synapse.enable;
  "serviceDependencies" = let inherit (lib) optional; in
optional config.services.matrix-synapse.enable config.services.matrix-synapse.serviceUnits;
}
