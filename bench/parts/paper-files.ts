/** The files of fleets for the benchmark of paper: hosts over many modules, as many of which have options of their own. */

/** A host of so many modules, or so many hosts over them. */
export function paperFleet(hosts: number, modules: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { "flake.nix": flakeText(hosts, modules) };
  for (let index = 0; index < modules; index++) files[`modules/m${index}.nix`] = moduleText(index);
  for (let index = 0; index < hosts; index++) files[`hosts/h${index}.nix`] = hostText(index, modules);
  return files;
}

function flakeText(hosts: number, modules: number): string {
  const list = Array.from({ length: modules }, (_, index) => `./modules/m${index}.nix`).join(" ");
  const names = Array.from({ length: hosts }, (_, index) => `"h${index}"`).join(" ");
  return `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs = { self, nixpkgs }: {
    nixosConfigurations = nixpkgs.lib.genAttrs [ ${names} ] (name: nixpkgs.lib.nixosSystem {
      system = "x86_64-linux";
      modules = [ (./hosts + "/\${name}.nix") ${list} ];
    });
  };
}
`;
}

/** In turn: an option of the fleet and what it turns on, packages, files and units, a service, users. */
function moduleText(index: number): string {
  const bodies = [
    `environment.systemPackages = with pkgs; [ git htop ripgrep ];
    environment.etc."bench/m${index}".text = "host \${config.networking.hostName}";`,
    `systemd.services.bench-${index} = {
      wantedBy = [ "multi-user.target" ];
      serviceConfig.ExecStart = "\${pkgs.coreutils}/bin/sleep ${index}";
    };`,
    `services.nginx.virtualHosts."m${index}.example.org".locations."/".proxyPass = "http://127.0.0.1:${8000 + index}";
    networking.firewall.allowedTCPPorts = lib.mkIf config.services.nginx.enable [ ${8000 + index} ];`,
    `users.users."user${index}" = { isNormalUser = true; extraGroups = [ "wheel" ]; uid = ${2000 + index}; };`,
    `boot.kernel.sysctl."net.core.bench${index}" = ${index};
    networking.hosts."10.0.${index}.1" = [ "m${index}.example.org" ];`,
  ];
  return `{ config, lib, pkgs, ... }:
let cfg = config.bench.m${index};
in {
  options.bench.m${index} = {
    enable = lib.mkEnableOption "module ${index}";
    level = lib.mkOption { type = lib.types.ints.between 0 9; default = ${index % 10}; };
  };
  config = lib.mkIf cfg.enable {
    ${bodies[index % bodies.length]!}
  };
}
`;
}

function hostText(index: number, modules: number): string {
  const on = Array.from({ length: modules }, (_, module) => `  bench.m${module}.enable = true;\n`).join("");
  return `{ lib, ... }:
{
  networking.hostName = "h${index}";
  system.stateVersion = "24.11";
  fileSystems."/" = { device = "/dev/sda1"; fsType = "ext4"; };
  boot.loader.grub.device = "/dev/sda";
  services.openssh.enable = true;
  services.nginx.enable = true;
${on}}
`;
}
