{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.matrix-appservice-discord;
  "serviceDependencies" = lib.optional config.services.matrix-synapse.enable config.services.matrix-synapse.serviceUnit;
  "url" = "http://localhost:${toString config.services.matrix-appservice-discord.port}";
}
