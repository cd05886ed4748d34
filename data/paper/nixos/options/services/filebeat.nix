{
  config,
  lib,
  options,
  pkgs,
}:
{
  "inputs.<name>.type" = name: "${name}";
  "modules.<name>.module" = name: "${name}";
  "package" = pkgs.filebeat;
}
