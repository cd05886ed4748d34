# What Home Manager makes of a home: alone, and as a part of a system that has nothing else.
{ home-manager, nixpkgs }:
let
  inherit (nixpkgs) lib;
  pkgs = nixpkgs.legacyPackages.x86_64-linux;

  alone =
    module:
    (home-manager.lib.homeManagerConfiguration {
      inherit pkgs;
      modules = [
        {
          home = {
            username = lib.mkDefault "alice";
            homeDirectory = lib.mkDefault "/home/alice";
            stateVersion = lib.mkDefault "24.11";
          };
        }
        module
      ];
    }).config;
  shown = config: {
    inherit (config.home)
      homeDirectory
      keyboard
      language
      profileDirectory
      username
      ;
    xdg = {
      inherit (config.xdg)
        cacheHome
        configHome
        dataHome
        stateHome
        ;
    };
  };
  fails = config: !(builtins.tryEval (builtins.deepSeq (shown (alone config)) null)).success;

  system =
    module:
    (lib.evalModules {
      specialArgs.utils.escapeSystemdPath = name: name;
      modules = [
        home-manager.nixosModules.home-manager
        module
        {
          options =
            lib.genAttrs [ "environment" "fonts" "i18n" "nix" "systemd" "system" ] (
              _:
              lib.mkOption {
                type = lib.types.lazyAttrsOf lib.types.anything;
                default = { };
              }
            )
            // {
              users.users = lib.mkOption {
                type = lib.types.attrsOf lib.types.anything;
                default = { };
              };
              assertions = lib.mkOption { type = lib.types.listOf lib.types.anything; };
              warnings = lib.mkOption { type = lib.types.listOf lib.types.str; };
            };
          config = {
            _module.args = { inherit pkgs; };
            fonts.fontconfig.enable = true;
            i18n.glibcLocales = pkgs.glibcLocales;
            nix.enable = true;
            nix.package = pkgs.nix;
            users.users.bob = {
              name = "bob";
              home = "/home/bob";
            };
            home-manager.useGlobalPkgs = true;
            home-manager.users.bob.home.stateVersion = "24.11";
          };
        }
      ];
    }).config;
in
{
  plain = shown (alone { });
  xdg = {
    variables =
      map (lib.filterAttrs (name: _: lib.hasPrefix "XDG_" name && lib.hasSuffix "HOME" name))
        [
          (alone { xdg.enable = true; }).home.sessionVariables
          (alone { xdg.enable = true; }).systemd.user.sessionVariables
        ];
    moved = (alone { xdg.configHome = /elsewhere; }).xdg.configHome;
  };
  keyboard = (alone { home.stateVersion = "21.05"; }).home.keyboard;
  language =
    lib.filterAttrs (name: _: lib.hasPrefix "L" name && !lib.hasPrefix "LOCALE" name)
      (alone {
        home.language = {
          base = "de_DE.UTF-8";
          time = "en_GB.UTF-8";
        };
      }).home.sessionVariables;
  aliases =
    let
      found = alone { home.shellAliases.ll = "ls -l"; };
    in
    [
      found.programs.bash.shellAliases
      found.programs.fish.shellAliases
      found.programs.zsh.shellAliases
    ];

  files =
    let
      found = alone {
        home.file = {
          "a".text = "x";
          "b" = {
            target = "/home/alice/elsewhere";
            source = ./home.nix;
          };
          "outside" = {
            target = "/etc/x";
            source = ./home.nix;
          };
          "off" = {
            enable = false;
            text = "y";
            executable = true;
          };
        };
        xdg.configFile."c/d".text = "z";
        xdg.dataFile."e" = {
          target = "f";
          source = ./home.nix;
        };
      };
      of = lib.mapAttrs (
        _: file: {
          inherit (file)
            enable
            executable
            force
            onChange
            recursive
            target
            text
            ;
        }
      );
    in
    {
      home = of (
        lib.filterAttrs (
          name: file:
          lib.elem file.text [
            "x"
            "y"
            "z"
          ]
          || !lib.hasPrefix "/" name
        ) found.home.file
      );
      config = of (lib.filterAttrs (_: file: file.text == "z") found.xdg.configFile);
      data = of found.xdg.dataFile;
    };

  specialisation =
    let
      found = alone {
        home.sessionVariables.A = lib.mkDefault "a";
        specialisation.dark.configuration.home.sessionVariables.A = "b";
      };
    in
    [
      found.home.sessionVariables.A
      found.specialisation.dark.configuration.home.sessionVariables.A
      found.specialisation.dark.configuration.specialisation
    ];

  activation =
    let
      found = alone (
        { lib, ... }:
        {
          home.activation = {
            a = lib.hm.dag.entryAfter [ "writeBoundary" ] "x";
            b = "y";
          };
        }
      );
    in
    lib.getAttrs [ "a" "b" "writeBoundary" ] found.home.activation;

  ssh = lib.mapAttrs (_: entry: removeAttrs entry.data [ "addressFamily" ]) (
    (alone (
      { lib, ... }:
      {
        programs.ssh.matchBlocks = {
          one = {
            hostname = "1.example";
            identityFile = "~/.ssh/one";
          };
          two = lib.hm.dag.entryBefore [ "one" ] {
            user = "x";
            identityFile = [
              "~/a"
              "~/b"
            ];
            extraOptions.A = "b";
          };
        };
      }
    )).programs.ssh.matchBlocks
  );
  dconf = lib.mapAttrs (_: lib.mapAttrs (_: toString)) (
    (alone (
      { lib, ... }:
      {
        dconf.settings."org/x" = {
          a = 1;
          b = [ "c" ];
          d = lib.hm.gvariant.mkUint32 4;
        };
      }
    )).dconf.settings
  );

  bookmarks =
    let
      page = {
        url = "https://wiki.example";
      };
      found =
        bookmarks:
        map (entry: removeAttrs entry [ "bookmarks" ])
          (alone {
            programs.firefox.profiles.alice.bookmarks = bookmarks;
          }).programs.firefox.profiles.alice.bookmarks;
      inside =
        (alone {
          programs.firefox.profiles.alice.bookmarks = [ { bookmarks = [ page ]; } ];
        }).programs.firefox.profiles.alice.bookmarks;
    in
    {
      listed = found [
        page
        { bookmarks = [ page ]; }
      ];
      inside = map (entry: entry.bookmarks) inside;
    };

  lib =
    let
      found = alone {
        programs.htop.enable = true;
        programs.rofi.enable = true;
      };
    in
    {
      inherit (found.lib.htop) fields modes;
      meters = found.lib.htop.leftMeters [
        (found.lib.htop.bar "Memory")
        (found.lib.htop.text "Swap")
        found.lib.htop.blank
      ];
      literal = found.lib.formats.rasi.mkLiteral "x";
      yes = found.lib.booleans.yesNo true;
    };
  arguments =
    (alone (
      {
        config,
        lib,
        osConfig,
        nixosConfig,
        darwinConfig,
        ...
      }:
      {
        home.sessionVariables.A = lib.boolToString (
          osConfig == null && nixosConfig == null && darwinConfig == null
        );
      }
    )).home.sessionVariables.A;

  system =
    let
      found = system {
        home-manager.useUserPackages = true;
        home-manager.extraSpecialArgs.given = "given";
        home-manager.sharedModules = [ { home.sessionVariables.SHARED = "yes"; } ];
        home-manager.users.bob =
          {
            given,
            lib,
            name,
            nixosConfig,
            osConfig,
            ...
          }:
          {
            home.sessionVariables = {
              GIVEN = given;
              NAME = name;
              OS = lib.boolToString (osConfig.nix.enable && nixosConfig.nix.enable);
            };
          };
      };
    in
    {
      home = shown found.home-manager.users.bob;
      inherit (found.home-manager.users.bob.home.sessionVariables)
        GIVEN
        NAME
        OS
        SHARED
        ;
      inherit (found.environment) pathsToLink;
      fonts = found.home-manager.users.bob.fonts.fontconfig.enable;
      packages = lib.length found.users.users.bob.packages;
    };
  "without packages" = shown (system { }).home-manager.users.bob;

  demands = [
    (map (demand: demand.message) (
      lib.filter (demand: !demand.assertion)
        (system {
          home-manager.users.bob.home.file = {
            a.text = "x";
            b.target = "a";
            b.text = "y";
          };
        }).assertions
    ))
    (system { home-manager.users.bob.warnings = [ "of bob" ]; }).warnings
  ];

  refused = map fails [
    { home.username = 5; }
    { home.homeDirectory = "relative"; }
    { home.stateVersion = lib.mkForce "99.11"; }
    { home.language.base = 1; }
    { home.misspelt = true; }
    { programs.git.enabled = true; }
    {
      assertions = [
        {
          assertion = false;
          message = "x";
        }
      ];
    }
    { home.username = ""; }
  ];
  missing = map (config: (builtins.tryEval config.home.username).success) [
    (home-manager.lib.homeManagerConfiguration {
      inherit pkgs;
      modules = [
        {
          home.stateVersion = "24.11";
          home.homeDirectory = "/x";
        }
      ];
    }).config
  ];
  "old arguments" = builtins.tryEval (
    home-manager.lib.homeManagerConfiguration {
      inherit pkgs;
      username = "alice";
    }
  );
}
