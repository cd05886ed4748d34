# The systems whose derivation paths are compared, each an attribute; `systems.ts` evaluates one after the other. They
# are written the way people write theirs, and none of them is meant to be built.
let
  nixos =
    modules:
    (import <nixpkgs/nixos/lib/eval-config.nix> {
      system = null;
      modules = [
        {
          nixpkgs.hostPlatform = "x86_64-linux";
          fileSystems."/" = {
            device = "/dev/disk/by-label/nixos";
            fsType = "ext4";
          };
          boot.loader.systemd-boot.enable = true;
          networking.hostName = "host";
          system.stateVersion = "24.11";
        }
      ] ++ modules;
    }).config.system.build.toplevel;

  darwin =
    modules:
    (import <nix-darwin> {
      nixpkgs = <nixpkgs>;
      system = "aarch64-darwin";
      pkgs = import <nixpkgs> { system = "aarch64-darwin"; };
      configuration = {
        imports = modules;
        system.stateVersion = 5;
        environment.systemPath = [ "/opt/bin" ];
      };
    }).system;

  # an own `<home-manager>` does not ask for a channel
  home =
    system: modules:
    (import <home-manager/modules> {
      pkgs = import <nixpkgs> { inherit system; };
      configuration.imports = modules;
    }).activationPackage;

  desktop = {
    services.xserver.enable = true;
    networking.networkmanager.enable = true;
    hardware.graphics.enable = true;
    services.pipewire = {
      enable = true;
      alsa.enable = true;
      pulse.enable = true;
    };
    services.printing.enable = true;
    users.users.alice = {
      isNormalUser = true;
      extraGroups = [ "wheel" ];
    };
  };

  alice =
    { pkgs, config, ... }:
    {
      home.stateVersion = "24.11";
      home.packages = [
        pkgs.ripgrep
        pkgs.jq
      ];
      home.file.".config/host".text = "${config.home.homeDirectory}\n";
      programs.git = {
        enable = true;
        userName = "Alice";
        userEmail = "alice@example.org";
        extraConfig.init.defaultBranch = "main";
      };
      programs.zsh.enable = true;
      programs.bash.enable = true;
      programs.direnv.enable = true;
      programs.starship.enable = true;
      programs.neovim.enable = true;
    };

  atHome =
    directory:
    { lib, ... }:
    {
      imports = [ alice ];
      home.username = lib.mkDefault "alice";
      home.homeDirectory = lib.mkDefault directory;
    };
in
{
  minimal = nixos [ ];

  gnome = nixos [
    desktop
    {
      services.xserver.displayManager.gdm.enable = true;
      services.xserver.desktopManager.gnome.enable = true;
    }
  ];

  plasma = nixos [
    desktop
    {
      services.displayManager.sddm.enable = true;
      services.desktopManager.plasma6.enable = true;
    }
  ];

  hyprland = nixos [
    desktop
    (
      { pkgs, ... }:
      {
        programs.hyprland.enable = true;
        programs.waybar.enable = true;
        environment.systemPackages = [
          pkgs.kitty
          pkgs.wofi
        ];
        fonts.packages = [ pkgs.noto-fonts ];
      }
    )
  ];

  server = nixos [
    (
      { config, ... }:
      {
        services.nginx = {
          enable = true;
          recommendedProxySettings = true;
          virtualHosts."example.org" = {
            enableACME = true;
            forceSSL = true;
            locations."/".proxyPass = "http://127.0.0.1:${toString config.services.grafana.settings.server.http_port}";
          };
        };
        security.acme = {
          acceptTerms = true;
          defaults.email = "admin@example.org";
        };
        services.postgresql = {
          enable = true;
          ensureDatabases = [ "grafana" ];
          ensureUsers = [
            {
              name = "grafana";
              ensureDBOwnership = true;
            }
          ];
        };
        services.caddy = {
          enable = true;
          virtualHosts."http://localhost:8080".extraConfig = "respond hello";
        };
        services.adguardhome.enable = true;
        services.grafana = {
          enable = true;
          settings.server.http_addr = "127.0.0.1";
        };
        services.openssh.enable = true;
        virtualisation.podman = {
          enable = true;
          dockerCompat = true;
        };
        virtualisation.oci-containers.containers.hello.image = "hello-world";
        networking.firewall.allowedTCPPorts = [
          80
          443
        ];
      }
    )
  ];

  sdImage =
    (import <nixpkgs/nixos/lib/eval-config.nix> {
      system = null;
      modules = [
        <nixpkgs/nixos/modules/installer/sd-card/sd-image-aarch64.nix>
        {
          nixpkgs.hostPlatform = "aarch64-linux";
          system.stateVersion = "24.11";
        }
      ];
    }).config.system.build.sdImage;

  specialisation = nixos [
    {
      specialisation.other.configuration.services.openssh.enable = true;
      specialisation.alone = {
        inheritParentConfig = true;
        configuration = {
          system.nixos.tags = [ "alone" ];
          networking.firewall.enable = false;
        };
      };
    }
  ];

  overlays = nixos [
    (
      { pkgs, ... }:
      {
        nixpkgs.overlays = [
          (final: previous: {
            hello = previous.hello.overrideAttrs (old: {
              pname = "hello-ours";
              postPatch = (old.postPatch or "") + "true";
            });
            ours = final.writeShellScriptBin "ours" "exec ${final.hello}/bin/hello";
          })
          (_final: previous: { bash = previous.bash.overrideAttrs { doCheck = false; }; })
        ];
        environment.systemPackages = [ pkgs.ours ];
      }
    )
  ];

  containers = nixos [
    {
      containers.web = {
        autoStart = true;
        privateNetwork = true;
        hostAddress = "10.0.0.1";
        localAddress = "10.0.0.2";
        config =
          { ... }:
          {
            services.nginx.enable = true;
            system.stateVersion = "24.11";
          };
      };
      containers.plain.config.system.stateVersion = "24.11";
    }
  ];

  homeManager = home "x86_64-linux" [ (atHome "/home/alice") ];

  homeManagerInNixos = nixos [
    <home-manager/nixos>
    {
      users.users.alice.isNormalUser = true;
      home-manager.useGlobalPkgs = true;
      home-manager.useUserPackages = true;
      home-manager.users.alice = alice;
    }
  ];

  nixDarwin = darwin [
    (
      { pkgs, ... }:
      {
        environment.systemPackages = [ pkgs.vim ];
        programs.zsh.enable = true;
        services.nix-daemon.enable = true;
        system.defaults.dock.autohide = true;
        homebrew = {
          enable = true;
          casks = [ "firefox" ];
        };
      }
    )
  ];

  homeManagerInNixDarwin = darwin [
    <home-manager/nix-darwin>
    {
      users.users.alice.home = "/Users/alice";
      home-manager.useGlobalPkgs = true;
      home-manager.users.alice = alice;
    }
  ];

  homeManagerOnDarwin = home "aarch64-darwin" [ (atHome "/Users/alice") ];
}
