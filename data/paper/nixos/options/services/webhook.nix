{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hooks.<name>.id" = name: "${name}";
  "package" = pkgs.webhook;
}
