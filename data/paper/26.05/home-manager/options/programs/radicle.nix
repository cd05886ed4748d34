{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cli.package" = pkgs.radicle-node;
  "settings.node.alias" = config.home.username;
}
