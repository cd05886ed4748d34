{
  config,
  lib,
  options,
  pkgs,
}:
{
  "serviceDependencies" = lib.optional config.services.matrix-synapse.enable config.services.matrix-synapse.serviceUnit;
}
