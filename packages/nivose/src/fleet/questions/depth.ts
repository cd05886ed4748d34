/** What is asked of a host in depth. */

import type { HostKind } from "../host.ts";
import { firstFacts } from "./glance.ts";
import { networkWords } from "./network.ts";
import { optionWords } from "./options.ts";
import { factsQuestion } from "./shared.ts";

const everywhere = `
    services = concatMap (name: onBelow 3 [ name ] (or' { } (host.options.\${name} or { }))) [ "services" "virtualisation" ];
    programs = map (each: { inherit (each) path files declared; }) (onBelow 2 [ "programs" ] (or' { } (host.options.programs or { })));
    switches = ownSwitches;
`;

/** Homes that are a part of a system. */
const homes = `
    homes = pairs (name: home: {
      inherit name;
      stateVersion = textOrNull home.home.stateVersion;
      packages = filter (name: match "dummy-.*|hm-.*" name == null) (map packageName (or' [ ] home.home.packages));
      programs = onIn "programs" home;
      services = onIn "services" home;
    }) (config.home-manager.users or { });
`;

const secrets = `
    secrets =
      pairs (name: secret: {
        inherit name;
        tool = "sops";
        file = textOrNull secret.sopsFile;
        owner = textOrNull (secret.owner or null);
        path = textOrNull (secret.path or null);
      }) (config.sops.secrets or { })
      ++ pairs (name: secret: {
        inherit name;
        tool = "age";
        file = textOrNull secret.file;
        owner = textOrNull (secret.owner or null);
        path = textOrNull (secret.path or null);
      }) (config.age.secrets or { });
`;

const depth: Readonly<Record<HostKind, { readonly words: string; readonly facts: string }>> = {
  nixos: {
    words: `
  loaders = {
    systemd-boot = config.boot.loader.systemd-boot.enable or false;
    grub = config.boot.loader.grub.enable or false;
    extlinux = config.boot.loader.generic-extlinux-compatible.enable or false;
    lanzaboote = config.boot.lanzaboote.enable or false;
    limine = config.boot.loader.limine.enable or false;
    refind = config.boot.loader.refind.enable or false;
    raspberry-pi = config.boot.loader.raspberryPi.enable or false;
  };
${networkWords}  onTimer = timer: let set = timer.timerConfig or { }; in
    textOrNull (set.OnCalendar or set.OnUnitActiveSec or set.OnBootSec or null);
`,
    facts: `
    release = text config.system.nixos.release;
    boot = {
      # The default is GRUB, which the modules of others switch off; on paper they do not.
      loader = let on = filter (name: or' false loaders.\${name}) (attrNames (removeAttrs loaders [ "grub" ]) ++ [ "grub" ]); in
        if on == [ ] then null else head on;
      kernel = textOrNull config.boot.kernelPackages.kernel.version;
      isContainer = or' false config.boot.isContainer;
    };
    network = {
      hostName = textOrNull config.networking.hostName;
      domain = textOrNull config.networking.domain;
      gateway = textOrNull (config.networking.defaultGateway.address or null);
      nameservers = or' [ ] (whole (map text config.networking.nameservers));
      addresses = addressesOf config;
    };
    firewall = firewallOf config.networking.firewall;
    accounts = filter (each: each.isNormal || each.keys > 0) (pairs (name: user: {
      inherit name;
      isNormal = user.isNormalUser;
      groups = filter isString (map (group: or' null group) ([ user.group ] ++ user.extraGroups));
      shell = let shell = or' null user.shell; in
        if shell == null then null else or' null (baseNameOf (text (if isAttrs shell then shell.shellPath or (packageName shell) else shell)));
      keys = length (or' [ ] user.openssh.authorizedKeys.keys) + length (or' [ ] user.openssh.authorizedKeys.keyFiles);
      packages = filter (name: name != "home-manager-path") (map packageName (or' [ ] user.packages));
    }) config.users.users);
    fileSystems = pairs (_: each: {
      path = text each.mountPoint;
      device = let device = textOrNull (each.device or null); label = textOrNull (each.label or null); in
        if device != null then device else if label != null then "/dev/disk/by-label/\${label}" else null;
      type = textOrNull each.fsType;
    }) config.fileSystems;
    swap = map (each: { device = textOrNull each.device; size = or' null each.size; }) config.swapDevices;
    zram = config.zramSwap.enable;
    disks = pairs (name: disk: {
      inherit name;
      device = textOrNull disk.device;
      type = textOrNull (disk.content.type or null);
    }) (config.disko.devices.disk or { });
    encrypted = attrNames config.boot.initrd.luks.devices;
    packages = packagesOf host.options.environment.systemPackages;
    containers =
      pairs (name: each: {
        inherit name;
        by = text (or' "oci" config.virtualisation.oci-containers.backend);
        image = textOrNull each.image;
        ports = or' [ ] (whole (map text each.ports));
      }) (config.virtualisation.oci-containers.containers or { })
      ++ map (name: { inherit name; by = "nixos-container"; image = null; ports = [ ]; }) (attrNames (config.containers or { }))
      ++ map (name: { inherit name; by = "microvm"; image = null; ports = [ ]; }) (attrNames (config.microvm.vms or { }));
    jobs =
      map (name: { inherit name; kind = "restic"; when = or' null (onTimer config.services.restic.backups.\${name}); }) (attrNames (config.services.restic.backups or { }))
      ++ map (name: { inherit name; kind = "borg"; when = textOrNull config.services.borgbackup.jobs.\${name}.startAt; }) (attrNames (config.services.borgbackup.jobs or { }))
      ++ concatMap (definition: map (name: {
        inherit name;
        kind = "timer";
        when = or' null (onTimer config.systemd.timers.\${name});
      }) (names definition.value)) (filter (definition: ! isOfPkgs (fileOf definition)) (definitionsOf (host.options.systemd.timers or null)));
${secrets}${homes}`,
  },
  darwin: {
    words: "",
    facts: `
    release = text config.system.darwinRelease;
    network = {
      hostName = textOrNull config.networking.hostName;
      domain = null;
      gateway = null;
      nameservers = or' [ ] (whole (map text config.networking.dns));
      addresses = [ ];
    };
    accounts = filter (each: match "_.*" each.name == null) (pairs (name: user: {
      inherit name;
      isNormal = true;
      groups = [ ];
      shell = let shell = or' null user.shell; in
        if shell == null then null else or' null (baseNameOf (text (if isAttrs shell then shell.shellPath or (packageName shell) else shell)));
      keys = length (or' [ ] user.openssh.authorizedKeys.keys) + length (or' [ ] user.openssh.authorizedKeys.keyFiles);
      packages = filter (name: name != "home-manager-path") (map packageName (or' [ ] user.packages));
    }) config.users.users);
    packages = packagesOf host.options.environment.systemPackages;
    homebrew = if ! (config.homebrew.enable or false) then null else {
      brews = map (each: text (each.name or each)) config.homebrew.brews;
      casks = map (each: text (each.name or each)) config.homebrew.casks;
      apps = names config.homebrew.masApps;
    };
${secrets}${homes}`,
  },
  home: {
    words: "",
    facts: `
    release = text config.home.version.release;
    packages = packagesOf host.options.home.packages;
    folder = text config.home.homeDirectory;
${secrets}`,
  },
};

/**
 * What is on in a home within a system, of which only the values are there. Which options there are is known from the type
 * of all homes: of those that were renamed, the values are not asked for.
 */
const homeWords = `
  homeOptions = or' { } (host.options.home-manager.users.type.getSubOptions [ "home-manager" "users" "<name>" ]);
  onIn = group: home: filter (name:
    let option = or' null (homeOptions.\${group}.\${name}.enable or null); in
    isOption option && isOpen option && or' false (home.\${group}.\${name}.enable == true)
  ) (names (homeOptions.\${group} or { }));
`;

/** `more` are further facts. */
export function depthQuestion(kind: HostKind, more: string): string {
  const facts = firstFacts[kind] + everywhere + depth[kind].facts + more;
  return factsQuestion(optionWords + homeWords + depth[kind].words, facts);
}
