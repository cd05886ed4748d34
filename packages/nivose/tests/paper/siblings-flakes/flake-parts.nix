# Flakes made with flake-parts, and what of their outputs is the same with the real one.
{ flake-parts, lib }:
let
  package =
    name: system:
    derivation {
      inherit name system;
      builder = "/bin/sh";
    }
    // {
      meta.mainProgram = name;
    };
  nixpkgs = flake {
    outPath = "/nixpkgs";
    legacyPackages = lib.genAttrs [ "x86_64-linux" "aarch64-linux" "riscv64-linux" ] packageSet;
  };
  packageSet =
    system:
    let
      set = overlays: lib.fix (lib.foldl' (lib.flip lib.extends) (base overlays) overlays);
      base = overlays: _: {
        inherit system lib;
        hello = package "hello" system;
        stdenv.hostPlatform = { inherit system; };
        extend = overlay: set (overlays ++ [ overlay ]);
      };
    in
    set [ ];
  flake =
    outputs:
    {
      _type = "flake";
      inputs = { };
    }
    // outputs;

  # What the flake of a module has: `make` gets the inputs.
  outputsOf = module: outputsWith { } module;
  outputsWith =
    more: module:
    let
      inputs = {
        inherit nixpkgs flake-parts self;
        no-flake.outPath = "/no-flake";
      };
      self =
        flake {
          outPath = "/self";
          inputs = removeAttrs inputs [ "self" ];
        }
        // outputs;
      outputs = flake-parts.lib.mkFlake (
        {
          inherit inputs;
          moduleLocation = "/self/flake.nix";
        }
        // more
      ) module;
    in
    outputs;
  systems = [
    "x86_64-linux"
    "aarch64-linux"
  ];
  plain = value: builtins.unsafeDiscardStringContext (builtins.toJSON value);
  shown = value: builtins.fromJSON (plain value);
  fails = value: !(builtins.tryEval (builtins.deepSeq value value)).success;
in
{
  "the names of the outputs of a flake that has nothing" = builtins.attrNames (outputsOf {
    inherit systems;
  });
  "their values" = shown (outputsOf {
    inherit systems;
  });
  "the names of the library" = builtins.attrNames flake-parts.lib;
  "the names of the modules" = builtins.attrNames flake-parts.flakeModules;

  "outputs of each system" = shown (outputsOf {
    inherit systems;
    perSystem =
      {
        config,
        pkgs,
        system,
        lib,
        inputs',
        self',
        ...
      }:
      {
        packages.default = pkgs.hello;
        packages.other = self'.packages.default;
        packages.third = inputs'.nixpkgs.legacyPackages.hello;
        apps.text.program = "${pkgs.hello}/bin/hello";
        apps.package.program = config.packages.default;
        apps.described = {
          program = "/bin/sh";
          meta.description = "a shell";
        };
        checks.same = config.packages.other;
        devShells.default = pkgs.hello;
        legacyPackages.nested.deep = system;
        formatter = lib.mkIf (lib.hasSuffix "linux" system) pkgs.hello;
      };
  });
  "attributes that are merged" = shown (outputsOf {
    inherit systems;
    imports = [
      { perSystem.packages.a = package "a" "x86_64-linux"; }
      { perSystem = { system, ... }: { packages.b = package "b" system; }; }
      ({ flake.nixosConfigurations.one = 1; })
      ({ flake.nixosConfigurations.two = 2; })
    ];
    flake.anything.at.all = [ 1 ];
  });
  "two definitions of an output that nobody declared" =
    fails
      (outputsOf {
        inherit systems;
        imports = [
          { flake.other = 1; }
          { flake.other = 1; }
        ];
      }).other;
  "a formatter for some systems only" =
    let
      outputs = outputsOf {
        inherit systems;
        perSystem = { system, pkgs, ... }: {
          formatter = if system == "x86_64-linux" then pkgs.hello else null;
        };
      };
    in
    [
      (builtins.attrNames outputs.formatter)
      (fails outputs.formatter.aarch64-linux)
      outputs.formatter.x86_64-linux.name
    ];
  "no formatter" =
    (outputsOf {
      inherit systems;
      perSystem.packages = { };
    }).formatter;

  "modules of NixOS and their places" =
    let
      outputs = outputsOf {
        inherit systems;
        flake.nixosModules.default = { lib, ... }: { options.x = lib.mkOption { default = 1; }; };
      };
      evaluated = lib.evalModules {
        class = "nixos";
        modules = [ outputs.nixosModules.default ];
      };
    in
    {
      module = removeAttrs outputs.nixosModules.default [ "imports" ];
      inherit (evaluated.config) x;
      inherit (evaluated.options.x) declarations;
      elsewhere =
        fails
          (lib.evalModules {
            class = "darwin";
            modules = [ outputs.nixosModules.default ];
          }).config.x;
    };
  "overlays" =
    let
      outputs = outputsOf {
        inherit systems;
        flake.overlays.default = final: prev: { y = prev.x + final.z; };
      };
    in
    [
      (outputs.overlays.default { z = 1; } { x = 2; })
      (builtins.functionArgs outputs.overlays.default)
    ];

  "withSystem and getSystem" = shown (
    outputsOf (
      { withSystem, getSystem, ... }:
      {
        inherit systems;
        perSystem = { pkgs, system, ... }: {
          packages.p = pkgs.hello;
          _module.args.word = "word of ${system}";
        };
        flake = {
          a = withSystem "x86_64-linux" (
            {
              config,
              pkgs,
              word,
              system,
              self',
              inputs',
              ...
            }:
            [
              config.packages.p.name
              pkgs.system
              word
              system
              (builtins.attrNames self')
              (builtins.attrNames inputs')
            ]
          );
          b = (getSystem "aarch64-linux").packages.p.system;
          other = (getSystem "riscv64-linux").packages.p.system;
          # The module system of paper tells modules more.
          c = withSystem "x86_64-linux" (
            args:
            builtins.attrNames (
              removeAttrs args [
                "definedOptions"
                "undeclaredDefinitions"
              ]
            )
          );
        };
      }
    )
  );
  "moduleWithSystem" =
    let
      outputs = outputsOf (
        { moduleWithSystem, ... }:
        {
          inherit systems;
          perSystem = { pkgs, ... }: { packages.p = pkgs.hello; };
          flake.nixosModules.a = moduleWithSystem (
            perSystem@{ config, pkgs }:
            { lib, ... }:
            {
              options.name = lib.mkOption { };
              config.name = "${config.packages.p.name} ${pkgs.system}";
            }
          );
        }
      );
    in
    (lib.evalModules {
      modules = [
        outputs.nixosModules.a
        { _module.args.system = "aarch64-linux"; }
      ];
    }).config.name;

  "arguments that are elsewhere" =
    map
      (
        module:
        fails
          (outputsOf {
            inherit systems;
            perSystem = module;
          }).legacyPackages.x86_64-linux.x
      )
      [
        ({ self, ... }: { legacyPackages.x = self; })
        ({ inputs, ... }: { legacyPackages.x = inputs; })
        ({ getSystem, ... }: { legacyPackages.x = getSystem; })
        ({ withSystem, ... }: { legacyPackages.x = withSystem; })
        ({ moduleWithSystem, ... }: { legacyPackages.x = moduleWithSystem; })
        ({ system, ... }: { legacyPackages.x = system; })
      ];
  "names of arguments" =
    shown
      (outputsOf (args: {
        inherit systems;
        flake.names = builtins.attrNames args;
      })).names;
  "names of arguments of a system" =
    shown
      (outputsOf {
        inherit systems;
        perSystem = args: { legacyPackages.names = builtins.attrNames args; };
      }).legacyPackages;
  "inputs that are no flakes" =
    shown
      (outputsOf {
        inherit systems;
        perSystem = { inputs', ... }: {
          legacyPackages.ok = builtins.attrNames inputs';
          legacyPackages.bad = fails (builtins.seq inputs'.no-flake 1);
          legacyPackages.missing = fails (builtins.seq inputs'.nixpkgs.packages 1);
        };
      }).legacyPackages;
  "pkgs can be set" =
    shown
      (outputsOf {
        inherit systems;
        perSystem = { system, pkgs, ... }: {
          _module.args.pkgs = {
            word = "own ${system}";
          };
          legacyPackages = pkgs;
        };
      }).legacyPackages;

  "transposition" =
    shown
      (outputsOf {
        inherit systems;
        transposition.words.adHoc = true;
        perSystem = { system, ... }: { words = [ system ]; };
      }).words;
  "own outputs per system" =
    shown
      (outputsOf (
        { lib, flake-parts-lib, ... }:
        {
          inherit systems;
          imports = [
            (flake-parts-lib.mkTransposedPerSystemModule {
              name = "tests";
              option = lib.mkOption {
                type = lib.types.lazyAttrsOf lib.types.int;
                default = { };
              };
              file = ./flake-parts.nix;
            })
          ];
          perSystem.tests.one = 1;
        }
      )).tests;
  "own options of a system" = shown (
    outputsOf (
      {
        lib,
        flake-parts-lib,
        config,
        ...
      }:
      {
        config.systems = systems;
        options.perSystem = flake-parts-lib.mkPerSystemOption (
          { config, ... }: {
            options.word = lib.mkOption { type = lib.types.str; };
            config.legacyPackages.word = config.word;
          }
        );
        config.perSystem = { system, ... }: { word = system; };
        config.flake.all = lib.mapAttrs (_: s: s.word) config.allSystems;
        options.flake.typed = lib.mkOption { type = lib.types.listOf lib.types.int; };
        config.flake.typed = lib.mkMerge [
          [ 1 ]
          (lib.mkBefore [ 0 ])
        ];
      }
    )
  );
  "importApply" =
    shown
      (outputsOf (
        { flake-parts-lib, ... }: {
          inherit systems;
          imports = [ (flake-parts-lib.importApply ./files/applied.nix { word = "applied"; }) ];
        }
      )).applied;
  "aliases" =
    shown
      (outputsOf (
        {
          flake-parts-lib,
          lib,
          config,
          ...
        }:
        {
          config.systems = systems;
          imports = [ (flake-parts-lib.mkAliasOptionModule [ "old" ] [ "new" ]) ];
          options.new = lib.mkOption { type = lib.types.listOf lib.types.int; };
          config.old = [ 1 ];
          config.new = lib.mkAfter [ 2 ];
          config.flake.read = [
            config.old
            config.new
          ];
        }
      )).read;
  "memoizeStr" = map (flake-parts.lib.memoizeStr (text: "<${text}>")) [
    ""
    "x86_64-linux"
    "a b"
    "x86_64-linux"
    "ä"
  ];
  "defaultModule" = [
    (flake-parts.lib.defaultModule (flake {
      flakeModules.default = 1;
    }))
    (flake-parts.lib.defaultModule { a = 1; })
    (flake-parts.lib.defaultModule {
      inputs = 1;
      outputs = 1;
      sourceInfo = 1;
      flakeModules.default = 2;
    })
  ];
  "mkSubmoduleOptions" =
    shown
      (outputsOf (
        { flake-parts-lib, lib, ... }: {
          config.systems = systems;
          options.flake = flake-parts-lib.mkSubmoduleOptions {
            numbers = lib.mkOption {
              type = lib.types.listOf lib.types.int;
              default = [ 7 ];
            };
          };
        }
      )).numbers;

  "offered modules" =
    let
      outputs = outputsOf {
        imports = [
          flake-parts.flakeModules.flakeModules
          flake-parts.flakeModules.modules
        ];
        inherit systems;
        flake.flakeModule = {
          flake.given = 1;
        };
        flake.modules.nixos.a = {
          x = 1;
        };
        flake.modules.generic.b.y = 2;
      };
      user = outputsOf {
        inherit systems;
        imports = [ outputs.flakeModules.default ];
      };
    in
    {
      names = builtins.attrNames outputs;
      inherit (user) given;
      default = removeAttrs outputs.flakeModules.default [ "imports" ];
      alias = removeAttrs outputs.flakeModule [ "imports" ];
      nixos = removeAttrs (outputs.modules.nixos.a { }) [ "imports" ];
      generic = builtins.typeOf outputs.modules.generic.b;
    };
  "an easy overlay" =
    let
      outputs = outputsOf {
        imports = [ flake-parts.flakeModules.easyOverlay ];
        inherit systems;
        perSystem =
          {
            config,
            pkgs,
            final,
            ...
          }:
          {
            overlayAttrs = {
              inherit (config.packages) mine;
              word = final.hello.name + final.mine.name;
            };
            packages.mine = package "mine-${pkgs.system}" pkgs.system;
            legacyPackages.seen = final.word;
          };
      };
      pkgs = (packageSet "aarch64-linux").extend outputs.overlays.default;
    in
    [
      pkgs.mine.name
      pkgs.word
      outputs.legacyPackages.x86_64-linux.seen
    ];
  "partitions" =
    let
      outputs = outputsOf {
        imports = [ flake-parts.flakeModules.partitions ];
        inherit systems;
        partitionedAttrs.checks = "dev";
        partitionedAttrs.words = "dev";
        partitions.dev.extraInputs.more.word = "more";
        partitions.dev.module = { inputs, partitionStack, ... }: {
          perSystem.checks.one = package "one" "x86_64-linux";
          flake.words = [
            inputs.more.word
            partitionStack
            (inputs.self.inputs ? more)
            (inputs ? nixpkgs)
          ];
        };
      };
    in
    shown {
      inherit (outputs) checks words;
      names = builtins.attrNames outputs;
    };
  "inputs of a partition are known by name" =
    (outputsOf {
      imports = [ flake-parts.flakeModules.partitions ];
      inherit systems;
      partitionedAttrs.words = "dev";
      partitions.dev.extraInputsFlake = ./files/partition;
      partitions.dev.module = { inputs, ... }: { flake.words = builtins.attrNames inputs; };
    }).words;
  "touched up outputs" = shown (
    outputsOf (
      { lib, ... }:
      {
        imports = [ flake-parts.flakeModules.touchup ];
        inherit systems;
        perSystem = { pkgs, ... }: {
          packages = {
            inherit (pkgs) hello;
            two = pkgs.hello;
          };
        };
        flake.words.a = 1;
        flake.words.b = 2;
        touchup = {
          any.enable = lib.mkDefault false;
          attr.packages.enable = true;
          attr.packages.any = { attrName, ... }: { attr.hello.enable = attrName == "x86_64-linux"; };
          attr.words = {
            enable = true;
            finish = set: set // { c = 3; };
            attr.a.finish = n: n + 10;
          };
          finish = set: set // { at-last = builtins.attrNames set; };
        };
      }
    )
  );
  "bundlers" =
    (outputsOf {
      imports = [ flake-parts.flakeModules.bundlers ];
      inherit systems;
      perSystem = { pkgs, ... }: { bundlers.a = drv: pkgs.hello; };
    }).bundlers.x86_64-linux.a.x or "function";
  "debug" =
    let
      outputs = outputsOf {
        inherit systems;
        debug = true;
        perSystem.packages.x = package "x" "x86_64-linux";
      };
    in
    {
      names = builtins.attrNames outputs;
      debug = builtins.attrNames outputs.debug;
      option = outputs.debug.options.systems.value;
      system = builtins.attrNames outputs.allSystems.x86_64-linux;
      package = outputs.allSystems.x86_64-linux.packages.x.name;
    };
  "arguments of mkFlake" = {
    special =
      (outputsWith { specialArgs.word = "special"; } (
        { word, ... }: {
          inherit systems;
          flake = { inherit word; };
        }
      )).word;
    none = fails (flake-parts.lib.mkFlake { } { systems = [ ]; });
    no-self =
      fails
        (flake-parts.lib.mkFlake { inputs = { }; } (
          { self, ... }: {
            systems = [ ];
            flake.x = self;
          }
        )).x;
    evaluated =
      (flake-parts.lib.evalFlakeModule {
        inputs.self = {
          outPath = "/self";
          inputs = { };
        };
      } { systems = [ "x" ]; }).config.systems;
    location =
      (outputsWith { moduleLocation = "/elsewhere"; } (
        { moduleLocation, ... }: {
          systems = [ ];
          flake.x = moduleLocation;
        }
      )).x;
  };
  "the place of the flake's module" =
    (flake-parts.lib.evalFlakeModule {
      inputs.self = {
        outPath = "/self";
        inputs = { };
      };
      moduleLocation = "/place";
    } { systems = [ "x" ]; }).options.systems.files;
  "mistakes" = map fails [
    (outputsOf {
      inherit systems;
      packages.x = 1;
    })
    (outputsOf {
      inherit systems;
      perSystem.package.x = 1;
    }).packages.x86_64-linux
    (outputsOf {
      inherit systems;
      perSystem.packages.x = 1;
    }).packages.x86_64-linux.x
    (outputsOf {
      inherit systems;
      flake.nixosConfigurations = [ ];
    }).nixosConfigurations
    (outputsOf { perSystem.packages = { }; })
    (outputsOf {
      inherit systems;
      imports = [ { _class = "nixos"; } ];
    })
  ];
}
