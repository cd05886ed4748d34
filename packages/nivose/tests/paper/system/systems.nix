# What systems on paper are: values, and the texts of errors.
{ nixpkgs }:
let
  inherit (nixpkgs) lib;

  base = {
    nixpkgs.hostPlatform = "x86_64-linux";
    networking.hostName = "host";
    system.stateVersion = "24.11";
    boot.loader.grub.device = "/dev/sda";
    fileSystems."/".device = "/dev/sda1";
  };
  systemOf = module: lib.nixosSystem { modules = [ base ] ++ lib.toList module; };
  configOf = module: (systemOf module).config;
  toplevelOf = module: (configOf module).system.build.toplevel;
  built = module: builtins.seq (toplevelOf module).drvPath "a system";

  arguments =
    {
      word,
      pkgs,
      utils,
      modulesPath,
      ...
    }:
    {
      networking.hostName = word;
      networking.domain = pkgs.stdenv.hostPlatform.system;
      environment.variables = {
        UNIT = utils.escapeSystemdPath "/dev/disk by-id";
        ARGUMENT = utils.escapeSystemdExecArg "100 % of $HOME";
        MODULES = lib.boolToString (lib.hasSuffix "/nixos/modules" modulesPath);
      };
    };

  byPath =
    name: others:
    configOf (
      { modulesPath, ... }:
      {
        imports = [ "${modulesPath}/${name}" ] ++ others;
      }
    );

  own.options.services.hardware.openrgb.enable = lib.mkOption { type = lib.types.str; };
  withoutOpenrgb.disabledModules = [ "services/hardware/openrgb.nix" ];

  manifest = builtins.fromJSON (
    builtins.unsafeDiscardStringContext
      (toplevelOf (
        { config, pkgs, ... }:
        {
          users.users.alice = {
            isNormalUser = true;
            extraGroups = lib.mkIf config.services.openssh.enable [ "wheel" ];
            packages = [ pkgs.hello ];
          };
          users.users.bob = { ... }: { isNormalUser = true; };
          services.openssh.enable = lib.mkDefault true;
          services.openssh.settings.PermitRootLogin = lib.mkIf false "yes";
          environment.systemPackages = [ pkgs.git ];
          environment.etc."motd".text = "hello";
          systemd.services.web = {
            wantedBy = [ "multi-user.target" ];
            serviceConfig.ExecStart = "${pkgs.hello}/bin/hello";
          };
          nixpkgs.overlays = [ (final: prev: { }) ];
          environment.variables.VERSION = pkgs.hello.version;
        }
      )).onPaper.manifest
  );
in
{
  arguments =
    let
      inherit
        ((lib.nixosSystem {
          system = "aarch64-linux";
          specialArgs.word = "given";
          modules = [ arguments ];
        }).config
        )
        networking
        environment
        ;
    in
    {
      inherit (networking) hostName domain;
      inherit (environment.variables) UNIT ARGUMENT MODULES;
    };
  pkgs = (systemOf { }).pkgs.stdenv.hostPlatform.system;
  fqdn = (configOf { networking.domain = "example"; }).networking.fqdn;
  extended =
    ((systemOf { }).extendModules { modules = [ { networking.domain = "example"; } ]; })
    .config.networking.fqdn;
  evalConfig =
    (import "${nixpkgs}/nixos/lib/eval-config.nix" {
      system = "x86_64-linux";
      modules = [ { networking.hostName = "without-flakes"; } ];
    }).config.networking.hostName;
  readOnlyPkgs =
    (lib.nixosSystem {
      modules = [
        nixpkgs.nixosModules.readOnlyPkgs
        { nixpkgs.pkgs = nixpkgs.legacyPackages.x86_64-linux; }
      ];
    }).pkgs.stdenv.hostPlatform.system;

  users =
    let
      inherit (configOf { users.users.alice.isNormalUser = true; }) users;
    in
    {
      alice = {
        inherit (users.users.alice)
          home
          group
          createHome
          isSystemUser
          ;
      };
      root = { inherit (users.users.root) uid home group; };
      wheel = users.groups.wheel.gid;
      builders = builtins.length (
        builtins.filter (lib.hasPrefix "nixbld") (builtins.attrNames users.users)
      );
    };
  fileSystem = { inherit ((configOf { }).fileSystems."/") mountPoint fsType device; };
  etc = {
    inherit ((configOf { environment.etc."a/b".text = "x"; }).environment.etc."a/b") target enable;
  };
  settings = {
    inherit ((configOf { nix.settings.trusted-users = [ "@wheel" ]; }).nix.settings)
      trusted-users
      substituters
      ;
  };
  id = (configOf { }).ids.uids.nginx;
  builtByNixos = (configOf { }).system.build.kernel;
  name = (configOf { }).system.name;
  version = (configOf { }).system.nixos.version;
  release = (configOf { }).system.nixos.release;

  specialisation =
    (configOf { specialisation.dark.configuration.networking.domain = "dark"; })
    .specialisation.dark.configuration.networking.fqdn;
  container =
    (configOf { containers.web.config.system.stateVersion = "24.11"; })
    .containers.web.config.networking.hostName;
  virtualMachine =
    (configOf { virtualisation.vmVariant.virtualisation.memorySize = 2048; })
    .virtualisation.vmVariant.virtualisation.memorySize;

  minimal = (byPath "profiles/minimal.nix" [ ]).documentation.enable;
  guest = (byPath "profiles/qemu-guest.nix" [ ]).boot.initrd.kernelModules;
  image = (byPath "installer/cd-dvd/installation-cd-minimal.nix" [ ]).isoImage.edition;
  imported =
    (byPath "services/hardware/openrgb.nix" [ { services.hardware.openrgb.enable = true; } ])
    .services.hardware.openrgb.enable;
  notKnown = (byPath "services/web-servers/nginx/vhost-options.nix" [ ]).networking.hostName;
  noSuchFile = builtins.pathExists "${nixpkgs}/nixos/modules/profiles/minimalist.nix";

  disabledAndDeclared =
    (configOf [
      withoutOpenrgb
      own
      { services.hardware.openrgb.enable = "mine"; }
    ]).services.hardware.openrgb.enable;
  disabledAndImported =
    (byPath "services/hardware/openrgb.nix" [
      withoutOpenrgb
      { services.hardware.openrgb.enable = true; }
    ]).services.hardware.openrgb.enable;
  disabled =
    (configOf [
      withoutOpenrgb
      { services.hardware.openrgb.enable = true; }
    ]).networking.hostName;
  disabledWithOldName =
    (configOf [
      { disabledModules = [ "virtualisation/vmware-guest.nix" ]; }
      { options.services.vmwareGuest.enable = lib.mkEnableOption "the old name"; }
    ]).services.vmwareGuest.enable;
  unknownPackage = built (
    { pkgs, ... }: {
      environment.systemPackages = [ (import "${nixpkgs}/declare/unknown.nix" "a package") ];
    }
  );
  kernel =
    (configOf ({ pkgs, ... }: { boot.kernelPackages = pkgs.linuxPackages_latest; })).boot.kernelPackages
    ? kernel;
  kernelMadeFor =
    (configOf (
      { pkgs, ... }:
      {
        boot.kernelPackages = pkgs.linuxKernel.packagesFor pkgs.linux_latest;
      }
    )).boot.kernelPackages.name;
  kernelOfText = (configOf { boot.kernelPackages = lib.mkForce "seven"; }).boot.kernelPackages;
  kernelOfSet = (configOf { boot.kernelPackages = lib.mkForce { seven = 7; }; }).boot.kernelPackages;
  declaredTwice = (configOf own).services.hardware.openrgb.enable;

  undeclared = built { services.openshh.enable = true; };
  wrong = built { networking.firewall.allowedTCPPorts = "80"; };
  wrongElement = built { networking.firewall.allowedTCPPorts = [ "80" ]; };
  wrongInSubmodule = built {
    users.users.alice = {
      isNormalUser = true;
      extraGroups = "wheel";
    };
  };
  undeclaredInSubmodule = built {
    users.users.alice = {
      isNormalUser = true;
      extragroups = [ "wheel" ];
    };
  };
  undeclaredBelowCondition = built {
    services.nginx.virtualHosts."a" = lib.mkIf true { forcSSL = lib.mkForce true; };
  };
  undeclaredBehindFalse = built {
    users.users.alice = {
      isNormalUser = true;
      extragroups = lib.mkIf false [ "wheel" ];
    };
  };
  conflict = built [
    { networking.domain = "a"; }
    { networking.domain = "b"; }
  ];
  failed = built {
    assertions = [
      {
        assertion = false;
        message = "never";
      }
      {
        assertion = false;
        message = "ever";
      }
    ];
  };
  # A module of a service, which is not on paper, may say the rest of a user.
  partOfUser = built { users.users.minecraft.extraGroups = [ "games" ]; };
  bothKinds = built {
    users.users.alice = {
      isNormalUser = true;
      uid = 42;
    };
  };
  noRoot =
    builtins.seq
      (lib.nixosSystem { modules = [ { nixpkgs.hostPlatform = "x86_64-linux"; } ]; })
      .config.system.build.toplevel.drvPath
      "a system";
  noPlatform = (lib.nixosSystem { modules = [ ]; }).pkgs.stdenv.hostPlatform.system;

  inherit manifest;

  # Old names of what lies in the value of an option, and is none itself.
  oldNamesInValues =
    let
      config = configOf {
        services.redis.bind = lib.mkForce "1.2.3.4";
        services.pgbouncer.statsUsers = "a";
      };
    in
    {
      inherit (config.services.redis) bind;
      servers = builtins.mapAttrs (_: server: server.bind) config.services.redis.servers;
      inherit (config.services.pgbouncer) settings;
      system = builtins.seq config.system.build.toplevel.drvPath "a system";
      none = (configOf { }).services.redis.servers;
    };
}
