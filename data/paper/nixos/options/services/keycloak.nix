{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.useSSL" = config.services.keycloak.database.host != "localhost";
  "package" = pkgs.keycloak;
}
