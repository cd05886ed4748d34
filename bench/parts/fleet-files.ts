/** The files of a fleet for the benchmark: hosts of three kinds in turn, over modules that they share. */

export interface FleetInputs {
  readonly nixpkgs: string;
  readonly homeManager: string;
  readonly darwin: string;
}

export function fleetFiles(inputs: FleetInputs, count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, index) => (index === 0 ? "first" : `host${index}`));
  const hosts = names.map((name, index) => [`hosts/${name}.nix`, hostText(kindOf(index), name, index)] as const);
  return {
    "flake.nix": flakeText(inputs, names),
    "modules/common.nix": common,
    "modules/server.nix": server,
    "modules/desktop.nix": desktop,
    "modules/darwin.nix": darwinModule,
    "modules/home.nix": home,
    ...Object.fromEntries(hosts),
  };
}

type Kind = "nixos" | "darwin" | "home";

/** Half of them run NixOS. */
function kindOf(index: number): Kind {
  return (["nixos", "darwin", "nixos", "home"] as const)[index % 4]!;
}

function flakeText({ nixpkgs, homeManager, darwin }: FleetInputs, names: readonly string[]): string {
  const of = (kind: Kind, make: string): string =>
    names
      .flatMap((name, index) => (kindOf(index) === kind ? [`      ${name} = ${make} ./hosts/${name}.nix;\n`] : []))
      .join("");
  return `{
  inputs.nixpkgs.url = "path:${nixpkgs}";
  inputs.home-manager = { url = "path:${homeManager}"; inputs.nixpkgs.follows = "nixpkgs"; };
  inputs.darwin = { url = "path:${darwin}"; inputs.nixpkgs.follows = "nixpkgs"; };
  outputs = { self, nixpkgs, home-manager, darwin }: let
    nixos = file: nixpkgs.lib.nixosSystem { modules = [ ./modules/common.nix file ]; };
    mac = file: darwin.lib.darwinSystem { modules = [ ./modules/darwin.nix file ]; };
    home = file: home-manager.lib.homeManagerConfiguration {
      pkgs = nixpkgs.legacyPackages.x86_64-linux;
      modules = [ ./modules/home.nix file ];
    };
  in {
    nixosConfigurations = {
${of("nixos", "nixos")}    };
    darwinConfigurations = {
${of("darwin", "mac")}    };
    homeConfigurations = {
${of("home", "home")}    };
    derivations = builtins.mapAttrs (_: host: host.config.system.build.toplevel.drvPath)
      (self.nixosConfigurations // self.darwinConfigurations)
      // builtins.mapAttrs (_: host: host.activationPackage.drvPath) self.homeConfigurations;
  };
}
`;
}

function hostText(kind: Kind, name: string, index: number): string {
  switch (kind) {
    case "nixos":
      return `{
  imports = [ ../modules/${index % 8 === 0 ? "server" : "desktop"}.nix ];
  networking.hostName = "${name}";
  networking.firewall.allowedTCPPorts = [ ${8000 + index} ];
  fileSystems."/" = { device = "/dev/disk/by-label/${name}"; fsType = "ext4"; };
  nixpkgs.hostPlatform = "x86_64-linux";
}
`;
    case "darwin":
      return `{ networking.hostName = "${name}"; nixpkgs.hostPlatform = "aarch64-darwin"; }\n`;
    case "home":
      return `{ home.username = "user${index}"; home.homeDirectory = "/home/user${index}"; }\n`;
  }
}

const common = `{ pkgs, ... }: {
  boot.loader.systemd-boot.enable = true;
  time.timeZone = "Europe/Paris";
  i18n.defaultLocale = "en_US.UTF-8";
  services.openssh = { enable = true; settings.PasswordAuthentication = false; };
  users.users.ada = { isNormalUser = true; extraGroups = [ "wheel" ]; };
  environment.systemPackages = [ pkgs.git pkgs.vim pkgs.htop ];
  system.stateVersion = "24.11";
}
`;

const server = `{ config, ... }: {
  services.nginx = {
    enable = true;
    virtualHosts."\${config.networking.hostName}.example.org".root = "/srv";
  };
  services.postgresql.enable = true;
  services.prometheus.exporters.node.enable = true;
}
`;

const desktop = `{ pkgs, ... }: {
  services.xserver.enable = true;
  services.xserver.desktopManager.xfce.enable = true;
  services.pipewire = { enable = true; alsa.enable = true; pulse.enable = true; };
  environment.systemPackages = [ pkgs.firefox ];
}
`;

const darwinModule = `{ pkgs, ... }: {
  environment.systemPackages = [ pkgs.git pkgs.vim ];
  system.defaults.dock.autohide = true;
  system.stateVersion = 5;
}
`;

const home = `{ pkgs, ... }: {
  home.stateVersion = "24.11";
  home.packages = [ pkgs.htop pkgs.ripgrep ];
  programs.git = { enable = true; userName = "Ada"; userEmail = "ada@example.org"; };
  programs.zsh.enable = true;
  programs.tmux.enable = true;
}
`;
