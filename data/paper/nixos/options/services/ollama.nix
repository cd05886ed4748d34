{
  config,
  lib,
  options,
  pkgs,
}:
{
  "group" = config.services.ollama.user;
  "package" = pkgs.ollama;
}
