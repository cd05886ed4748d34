{
  config,
  lib,
  options,
  pkgs,
}:
{
  "importDb.onlineDelete" = config.services.rippled.ledgerHistory;
  "importDb.path" = config.services.rippled.databasePath;
  "nodeDb.onlineDelete" = config.services.rippled.ledgerHistory;
  "nodeDb.path" = config.services.rippled.databasePath;
  "package" = pkgs.rippled;
  "ports.<name>.name" = name: "${name}";
  "tempDb.onlineDelete" = config.services.rippled.ledgerHistory;
  "tempDb.path" = config.services.rippled.databasePath;
}
