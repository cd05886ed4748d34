{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.greetd.greetd;
  "restart" = !(config.services.greetd.settings ? initial_session);
}
