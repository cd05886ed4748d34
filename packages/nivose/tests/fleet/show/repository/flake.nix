{
  description = "Hosts of all kinds, and what deploys them, over a module system as small as it can be";

  outputs =
    { self }:
    let
      system = import ./system.nix;
      luna = system ./hosts/luna.nix;
    in
    {
      nixosConfigurations = {
        inherit luna;
        sol = system ./hosts/sol.nix;
        dead.config = throw "there is no light here";
      };

      darwinConfigurations.book = {
        pkgs.stdenv.hostPlatform.system = "aarch64-darwin";
        options.environment.systemPackages.definitionsWithLocations = [ ];
        config = {
          system = {
            stateVersion = 5;
            darwinRelease = "24.11";
          };
          networking.hostName = "book";
          users.users.ada = {
            shell.shellPath = "/bin/fish";
            openssh.authorizedKeys.keys = [ ];
          };
          homebrew = {
            enable = true;
            brews = [
              { name = "mas"; }
              "wget"
            ];
            casks = [ { name = "firefox"; } ];
            masApps.Xcode = 497799835;
          };
          home-manager.users.ada.home = {
            stateVersion = "24.11";
            packages = [ { pname = "ripgrep"; } ];
          };
        };
      };

      homeConfigurations."ada@luna" = {
        pkgs.stdenv.hostPlatform.system = "x86_64-linux";
        options.home.packages.definitionsWithLocations = [
          {
            file = toString ./flake.nix;
            value = [ { pname = "ripgrep"; } ];
          }
        ];
        config.home = {
          stateVersion = "24.11";
          username = "ada";
          homeDirectory = "/home/ada";
          version.release = "24.11";
        };
      };

      deploy = {
        sshUser = "root";
        nodes = {
          luna = {
            hostname = "10.0.0.1";
            sshOpts = [
              "-p"
              "2222"
            ];
            profiles = {
              system.user = "root";
              home = {
                user = "ada";
                sshUser = "ada";
              };
            };
          };
          relay.hostname = throw "not decided yet";
        };
      };

      colmena = {
        meta.nixpkgs = { };
        defaults.deployment.tags = [ "all" ];
        sol =
          { name, lib, ... }:
          {
            imports = [ ./hosts/sol.nix ];
            deployment = {
              targetHost = "${name}.example.org";
              targetUser = {
                _type = "override";
                priority = 50;
                content = "deploy";
              };
            };
          };
        probe = { };
      };
    };
}
