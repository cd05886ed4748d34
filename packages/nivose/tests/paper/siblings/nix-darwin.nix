# What nix-darwin makes of a Mac.
{ nix-darwin, nixpkgs }:
let
  inherit (nixpkgs) lib;
  mac =
    module:
    nix-darwin.lib.darwinSystem {
      modules = [
        {
          nixpkgs.hostPlatform = lib.mkDefault "aarch64-darwin";
          system.stateVersion = lib.mkDefault 5;
        }
        module
      ];
      specialArgs.given = "given";
    };
  config = module: (mac module).config;
  fails = value: !(builtins.tryEval (builtins.deepSeq value null)).success;
  demands =
    module:
    map (demand: demand.message) (lib.filter (demand: !demand.assertion) (config module).assertions);
in
{
  system = (mac { }).pkgs.stdenv.hostPlatform.system;
  "by argument" =
    (nix-darwin.lib.darwinSystem {
      system = "x86_64-darwin";
      modules = [ { system.stateVersion = 5; } ];
    }).config.nixpkgs.system;
  inputs =
    (nix-darwin.lib.darwinSystem {
      system = "aarch64-darwin";
      inputs.a = "from-inputs";
      modules = [ ({ inputs, ... }: { networking.hostName = inputs.a; }) ];
    }).config.networking.hostName;
  arguments = (config ({ given, ... }: { environment.variables.A = given; })).environment.variables.A;

  versions = {
    inherit ((config { }).system)
      darwinRelease
      maxStateVersion
      nixpkgsRelease
      profile
      ;
  };
  ids = {
    inherit ((config { }).ids.gids) nixbld;
    old = (config { system.stateVersion = 4; }).ids.gids.nixbld;
  };
  nix =
    let
      found = (config { nix.settings.experimental-features = [ "flakes" ]; }).nix;
    in
    {
      inherit (found)
        buildMachines
        checkConfig
        distributedBuilds
        enable
        extraOptions
        ;
      inherit (found.settings) experimental-features;
      path = found.nixPath;
      registry = lib.attrNames found.registry;
    };
  "nix left alone" = map fails [
    (config { nix.enable = false; }).nix.extraOptions
    (config { nix.enable = false; }).nix.package.outPath
  ];

  users =
    (config {
      users.users.alice = {
        home = "/Users/alice";
        uid = 501;
      };
    }).users.users.alice;
  defaults =
    let
      found =
        (config {
          system.defaults = {
            NSGlobalDomain.KeyRepeat = 2;
            controlcenter.Sound = true;
            controlcenter.Display = false;
            dock = {
              autohide = true;
              persistent-apps = [ "/Applications/A.app" ];
              persistent-others = [
                "~/Documents"
                "~/a.txt"
              ];
            };
          };
        }).system.defaults;
    in
    {
      inherit (found) controlcenter;
      inherit (found.NSGlobalDomain) KeyRepeat;
      inherit (found.dock) autohide persistent-apps persistent-others;
    };
  homebrew =
    let
      found =
        (config {
          homebrew = {
            enable = true;
            brews = [
              "a"
              {
                name = "b";
                args = [ "x" ];
                link = false;
                restart_service = "changed";
              }
              {
                name = "c";
                restart_service = true;
              }
            ];
            casks = [
              "c"
              {
                name = "d";
                greedy = true;
                args.appdir = "~/Apps";
              }
            ];
            taps = [
              "d/e"
              {
                name = "f/g";
                clone_target = "https://example.org";
                force_auto_update = true;
              }
            ];
            masApps.F = 1;
          };
        }).homebrew;
    in
    {
      brews = map (brew: {
        inherit (brew)
          args
          brewfileLine
          name
          restart_service
          ;
      }) found.brews;
      casks = map (cask: cask.brewfileLine) found.casks;
      taps = map (tap: tap.brewfileLine) found.taps;
      inherit (found) masApps;
    };
  launchd =
    (config {
      launchd.user.agents.a.serviceConfig = {
        Label = "org.a";
        StartCalendarInterval = [ { Hour = 3; } ];
      };
    }).launchd.user.agents.a.serviceConfig.Label;

  demands = map demands [
    { }
    { security.enableAccessibilityAccess = true; }
    { nixpkgs.flake.setFlakeRegistry = false; }
    { nixpkgs.system = "x86_64-darwin"; }
    { system.activationScripts.extraPostActivation.text = "x"; }
  ];
  warnings = (config { networking.networkservices = [ "Wi-Fi" ]; }).networking.knownNetworkServices;

  refused = map fails [
    (config { system.stateVersion = 99; }).system.stateVersion
    (config { system.stateVersion = "24.11"; }).system.stateVersion
    (config { system.defaults.dock.autohide = "yes"; }).system.defaults.dock.autohide
    (config { misspelt = true; }).networking.hostName
    (config { homebrew.casks = [ 1 ]; }).homebrew.casks
    (config { nixpkgs.hostPlatform = lib.mkForce 5; }).nixpkgs.hostPlatform
  ];
}
