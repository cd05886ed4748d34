{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rabbitmq-server;
}
