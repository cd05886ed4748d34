# A system of the real NixOS 24.11, once with its own module system and once with that of paper: `{ real, paper }`, two
# derivation paths that have to be the same. Manuals are left out: the options of the module system itself are described there.
#
#   nix-instantiate --eval --strict paper-system.nix --arg nixpkgs /path
{ nixpkgs }:
let
  lib = import (nixpkgs + "/lib");
  onPaper = lib.extend (
    lib: _: {
      modules = import ../../../paper/lib/modules.nix { inherit lib; };
      options = import ../../../paper/lib/options.nix { inherit lib; };
      types = import ../../../paper/lib/types.nix { inherit lib; };
    }
  );

  pathWith =
    lib:
    (import (nixpkgs + "/nixos/lib/eval-config.nix") {
      inherit lib;
      system = "x86_64-linux";
      modules = [ configuration ];
    }).config.system.build.toplevel.drvPath;

  configuration =
    { lib, pkgs, ... }:
    {
      imports = [ (lib.mkAliasOptionModule [ "ports" ] [ "networking" "firewall" "allowedTCPPorts" ]) ];
      documentation.nixos.enable = false;
      boot.loader.grub.device = "/dev/sda";
      fileSystems."/".device = "/dev/sda1";
      system.stateVersion = "24.11";
      ports = [ 443 ];
      environment.systemPackages = [
        pkgs.hello
        (lib.mkIf false pkgs.git)
      ];
      networking.firewall.allowedTCPPorts = lib.mkBefore [ 80 ];
      security.acme = {
        acceptTerms = true;
        defaults.email = "someone@example.org";
      };
      services = {
        nginx = {
          enable = true;
          virtualHosts."a.example" = {
            enableACME = true;
            forceSSL = true;
            locations."/".root = "/srv";
          };
        };
        openssh = {
          enable = true;
          settings.PermitRootLogin = "no";
        };
        postgresql.enable = true;
        xserver = {
          enable = true;
          desktopManager.gnome.enable = true;
          displayManager.gdm.enable = true;
        };
      };
      systemd.services.own = {
        script = "true";
        serviceConfig.Restart = lib.mkForce "always";
        wantedBy = [ "multi-user.target" ];
      };
      users.users.ry = {
        extraGroups = lib.mkAfter [ "wheel" ];
        isNormalUser = true;
      };
    };
in
{
  real = pathWith lib;
  paper = pathWith onPaper;
}
