{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aider-chat;
}
