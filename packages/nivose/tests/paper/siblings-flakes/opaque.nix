# An input of which nothing is known, in a fleet that selects the names in `names.json`.
{
  opaque,
  flake-parts,
  lib,
}:
let
  base = {
    options = {
      environment.packages = lib.mkOption { type = lib.types.listOf lib.types.package; };
      environment.word = lib.mkOption { default = "word"; };
      # As data declare it.
      services.web.enable = lib.mkEnableOption "web" // {
        declared = [ ];
      };
      own.word = lib.mkOption { default = "word"; };
      services.web.port = lib.mkOption {
        type = lib.types.int;
        default = 80;
      };
    };
  };
  evaluate = modules: lib.evalModules { modules = [ base ] ++ modules; };
  of = modules: (evaluate modules).config.environment.word;
  known =
    value:
    let
      result = builtins.tryEval (builtins.deepSeq value value);
    in
    if result.success then result.value else "unknown or wrong";

  inherit (opaque.nixosModules) theme;
  package = opaque.packages.x86_64-linux.tool;
in
{
  outputs = builtins.attrNames opaque;
  "an option that nobody declares is a mistake without the module" = known (of [
    { theme.enable = true; }
  ]);
  "and with the module it may be one of its options" = map known [
    (of [
      theme
      { theme.enable = true; }
    ])
    (of [
      theme
      { services.theme.enable = true; }
    ])
    (of [
      theme
      { services.web.theme = { }; }
    ])
    (of [
      theme
      { services.web.theme = lib.mkIf (throw "not decided") { }; }
    ])
    (of [
      theme
      { theme = 1; }
    ])
  ];
  "a single option among others is misspelt all the same" = map known [
    (of [
      theme
      { services.web.prot = 1; }
    ])
    (of [
      theme
      { services.web.prot = lib.mkIf (throw "not decided") 1; }
    ])
    (of [
      theme
      { services.web.prot = lib.mkMerge [ (lib.mkForce [ ]) ]; }
    ])
  ];
  "what is declared is checked" =
    known
      (evaluate [
        theme
        { services.web.port = "80"; }
      ]).config.services.web.port;
  "what is read and not declared is not known" = map known [
    (evaluate [ theme ]).config.theme
    (evaluate [ theme ]).config.services.theme.colors
    (of [
      theme
      ({ config, ... }: { environment.word = config.theme.colors; })
    ])
  ];
  "what nobody defines may be defined in it" =
    map
      (modules: known (evaluate (modules ++ [ { options.nothing = lib.mkOption { }; } ])).config.nothing)
      [
        [ theme ]
        [ ]
      ];
  "what the fleet alone declares has no other names" =
    builtins.attrNames
      (evaluate [ theme ]).config.own;
  "a submodule may have further options" =
    let
      options.places = lib.mkOption {
        type = lib.types.attrsOf (
          lib.types.submodule { options.path = lib.mkOption { default = "there"; }; }
        );
      };
    in
    map known [
      (evaluate [
        theme
        {
          inherit options;
          config.places.a.theme = 1;
        }
      ]).config.places
      (evaluate [
        {
          inherit options;
          config.places.a.theme = 1;
        }
      ]).config.places
    ];
  "what does not depend on it is known" =
    (evaluate [
      theme
      ({ config, ... }: { environment.word = config.theme.colors; })
    ]).config.services.web.port;
  "modules are found in any form" =
    map
      (
        module:
        known (of [
          module
          { theme.enable = true; }
        ])
      )
      [
        theme
        (theme { argument = 1; })
        opaque.nixosModules.default
        opaque.nixosModule
        opaque.nixosModules.theme.colors
        opaque.modules.nixos.theme
        opaque.homeManagerModules.theme
      ];
  "the same module is one module" =
    builtins.length
      (evaluate [
        theme
        theme
        opaque.nixosModules.tool
      ])._module.opaque;

  "packages are named after their attributes" =
    map (it: builtins.substring 33 (-1) (baseNameOf (builtins.unsafeDiscardStringContext it.outPath)))
      [
        package
        (package.override { theme = 1; })
        opaque.packages.x86_64-linux.default
        opaque.legacyPackages.aarch64-linux.tool.theme
        opaque.defaultPackage.x86_64-linux
      ];
  "what they are is not known" = map known [
    package.version
    package.pname
    package.name
    (package { })
  ];
  "their main program is" = lib.getExe package == "${package}/bin/tool";
  "an overlay may have what is selected and not there" =
    let
      added = opaque.overlays.theme { } {
        tool = 1;
        lib.theme = 2;
      };
    in
    [
      (builtins.attrNames added)
      (known added.theme)
      (known added.tool)
      (map known [
        added.lib.theme
        added.lib.tool
      ])
    ];
  "hosts of a flake with a module of which nothing is known are known if there are any" =
    let
      hosts =
        flake:
        (flake-parts.lib.mkFlake { inputs.self.outPath = "/self"; } {
          systems = [ "x86_64-linux" ];
          imports = [ opaque.flakeModules.theme ];
          inherit flake;
          theme = { };
          perSystem.theme.enable = true;
        }).nixosConfigurations;
    in
    map known [
      (hosts { nixosConfigurations.web = 1; })
      (hosts { })
    ];
  "all else is not known" = map known [
    opaque.lib.theme
    opaque.theme
    opaque.nixosConfigurations
    (opaque.lib.tool 1)
  ];
}
