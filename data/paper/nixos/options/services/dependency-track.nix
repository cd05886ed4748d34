{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dependency-track;
  "settings.\"alpine.database.driver\"" = if config.services.dependency-track.database.type == "h2" then "org.h2.Driver"
else if config.services.dependency-track.database.type == "postgresql" then "org.postgresql.Driver"
else null;
  "settings.\"alpine.database.mode\"" = if config.services.dependency-track.database.type == "h2" then "embedded"
else if config.services.dependency-track.database.type == "postgresql" then "external"
else null;
  "settings.\"alpine.database.username\"" = if config.services.dependency-track.database.createLocally then "dependency-track"
else config.services.dependency-track.database.username;
  "settings.\"alpine.oidc.client.id\"" = config.services.dependency-track.oidc.clientId;
  "settings.\"alpine.oidc.enabled\"" = config.services.dependency-track.oidc.enable;
  "settings.\"alpine.oidc.issuer\"" = config.services.dependency-track.oidc.issuer;
  "settings.\"alpine.oidc.team.synchronization\"" = config.services.dependency-track.oidc.teamSynchronization;
  "settings.\"alpine.oidc.teams.claim\"" = config.services.dependency-track.oidc.teams.claim;
  "settings.\"alpine.oidc.teams.default\"" = config.services.dependency-track.oidc.teams.default;
  "settings.\"alpine.oidc.user.provisioning\"" = config.services.dependency-track.oidc.userProvisioning;
  "settings.\"alpine.oidc.username.claim\"" = config.services.dependency-track.oidc.usernameClaim;
}
