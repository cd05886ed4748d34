{
  config,
  lib,
  options,
  pkgs,
}:
{
  "registerToSynapse" = config.services.matrix-synapse.enable;
}
