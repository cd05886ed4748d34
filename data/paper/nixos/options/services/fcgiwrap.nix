{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.socket.address" = name: "/run/fcgiwrap-${name}.sock";
  "instances.<name>.socket.mode" = name: if config.socket.type == "unix" then "0600" else null;
}
