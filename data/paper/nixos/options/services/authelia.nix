{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.group" = name: "authelia-${name}";
  "instances.<name>.name" = name: "${name}";
  "instances.<name>.package" = name: pkgs.authelia;
  "instances.<name>.user" = name: "authelia-${name}";
}
