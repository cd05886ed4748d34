# What every NixOS host has to hold to, whatever its own configuration says.
{ lib, nixosConfigurations }:
let
  ofHost =
    name:
    { config, ... }:
    let
      inherit (config.services.openssh) settings;
    in
    [
      {
        holds = config.networking.hostName == name;
        says = "${name} calls itself ${config.networking.hostName}.";
      }
      {
        holds = config.networking.firewall.enable;
        says = "${name} has no firewall.";
      }
      {
        holds = config.services.openssh.enable;
        says = "${name} has no SSH server: it could be neither administered nor updated.";
      }
      {
        holds = !settings.PasswordAuthentication && !settings.KbdInteractiveAuthentication;
        says = "${name} lets people log in by SSH with a password.";
      }
      {
        holds = settings.PermitRootLogin != "yes";
        says = "${name} lets root log in with a password.";
      }
    ];
in
lib.concatLists (lib.mapAttrsToList ofHost nixosConfigurations)
