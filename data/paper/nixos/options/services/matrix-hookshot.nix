{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.matrix-hookshot;
  "serviceDependencies" = lib.optional config.services.matrix-synapse.enable config.services.matrix-synapse.serviceUnit;
}
