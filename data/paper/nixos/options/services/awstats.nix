{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configs.<name>.domain" = name: "${name}";
  "configs.<name>.webService.hostname" = name: "${name}";
}
