{
  config,
  lib,
  options,
  pkgs,
}:
{
  "networks.<name>.listen.port" = name: if (config.services.nebula.networks.${name}.isLighthouse ||
    config.services.nebula.networks.${name}.isRelay) then
  4242
else
  0;
  "networks.<name>.package" = name: pkgs.nebula;
}
