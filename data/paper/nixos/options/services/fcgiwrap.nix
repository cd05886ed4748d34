{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.socket.address" = name: "/run/fcgiwrap-${name}.sock";
}
