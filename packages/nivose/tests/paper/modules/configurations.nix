# Configurations, each by what it is about. What is compared is a value, or the text of the error.
{ lib }:
let
  inherit (lib)
    mkAfter
    mkBefore
    mkDefault
    mkForce
    mkIf
    mkMerge
    mkOption
    mkOverride
    types
    ;
  evaluate =
    modules:
    lib.evalModules {
      modules = map (
        module: if builtins.isAttrs module then { _file = "a.nix"; } // module else module
      ) modules;
    };
  config = modules: (evaluate modules).config;
  int = mkOption { type = types.int; };
  text = mkOption { type = types.str; };
  list = mkOption { type = types.listOf types.str; };
  lines = mkOption { type = types.lines; };
  loose = mkOption { };
  declared = {
    options = {
      number = mkOption {
        type = types.int;
        default = 0;
      };
      from = mkOption {
        type = types.attrsOf types.bool;
        default = { };
      };
    };
  };
  sites = {
    options.sites = mkOption {
      default = { };
      type = types.attrsOf (
        types.submodule (
          { name, config, ... }:
          {
            options.host = mkOption {
              type = types.str;
              default = "${name}.example";
            };
            options.url = mkOption {
              type = types.str;
              default = "https://${config.host}";
            };
          }
        )
      );
    };
  };
in
{
  modules = {
    "are functions, sets, files and folders" = config [
      declared
      ./files
      ./files/function.nix
      (toString ./files/function.nix)
      ({ ... }: { number = mkForce 3; })
    ];
    "import each other once" = config [
      declared
      {
        imports = [
          ./files/function.nix
          ./files/function.nix
        ];
      }
      ./files/function.nix
    ];
    "are told apart by their keys" = config [
      { options.list = list; }
      {
        key = "same";
        list = [ "once" ];
      }
      {
        key = "same";
        list = [ "once" ];
      }
      { list = [ "twice" ]; }
      { list = [ "twice" ]; }
    ];
    "can be disabled by path, by key and by name" =
      (lib.evalModules {
        specialArgs.modulesPath = ./files;
        modules = [
          declared
          { options.list = list; }
          ./files/default.nix
          ./files/function.nix
          {
            key = "off";
            list = [ "off" ];
          }
          {
            list = [ "on" ];
            disabledModules = [
              ./files/default.nix
              "function.nix"
              { key = "off"; }
            ];
          }
        ];
      }).config;
    "cannot be disabled without a key" = config [ { disabledModules = [ { a = 1; } ]; } ];
    "cannot be disabled by a number" = config [ { disabledModules = [ 1 ]; } ];
    "have no other attributes beside options" = config [
      {
        options.a = int;
        b = 1;
      }
    ];
    "are no lists" = config [ { imports = [ [ { } ] ]; } ];
    "are no numbers within functions" = config [ ({ ... }: 5) ];
    "are no flakes" = config [ { imports = [ { _type = "flake"; } ]; } ];
    "are no configurations" = config [ { imports = [ (evaluate [ ]) ]; } ];
    "are no flakes of a class" =
      (lib.evalModules {
        class = "nixos";
        modules = [ { _type = "flake"; } ];
      }).config;
    "have a class" =
      (lib.evalModules {
        class = "nixos";
        modules = [
          {
            _file = "darwin.nix";
            _class = "darwin";
          }
        ];
      }).config;
    "have locations" =
      (evaluate [
        (lib.setDefaultModuleLocation "set.nix" { options.a = loose; })
        { a = 1; }
      ]).options.a.declarations;
    "are applied to an argument of their own" =
      (config [ (lib.modules.importApply ./files/applied.nix { word = "hello"; }) ]).applied;
    "are JSON and TOML" =
      map
        (
          file:
          config [
            declared
            file
          ]
        )
        [
          (lib.modules.importJSON ./files/values.json)
          (lib.modules.importTOML ./files/values.toml)
        ];
    "are within conditions" = config [
      { options.a = int; }
      (mkIf true { a = 1; })
    ];
    "say meta and free-form types beside options" = config [
      {
        options.meta = loose;
        meta.doc = "x";
        freeformType = types.attrsOf types.int;
        config.free = 4;
      }
    ];
  };

  arguments = {
    "are of the configuration, special, or within `_module.args`" =
      (lib.evalModules {
        specialArgs.special = "special";
        modules = [
          (
            { special, mine, ... }:
            {
              options.a = mkOption { default = "${special} ${mine}"; };
            }
          )
          { _module.args.mine = "mine"; }
        ];
      }).config;
    "are missing" = config [ ({ nobody, ... }: { options.a = mkOption { default = nobody; }; }) ];
    "are the configuration itself" = builtins.attrNames (evaluate [ ])._module.args != [ ];
    "extend a configuration" =
      (
        (evaluate [
          { options.a = int; }
          { a = mkDefault 1; }
        ]).extendModules
        { modules = [ { a = 2; } ]; }
      ).config;
    "are older ones" =
      (lib.evalModules {
        modules = [
          ({ old, ... }: {
            options.a = mkOption { default = old; };
            config.b = 1;
          })
        ];
        args.old = "old";
        check = false;
      }).config;
    "make a type" =
      (config [
        {
          options.inner = mkOption { inherit (evaluate [ { options.a = int; } ]) type; };
          config.inner.a = 5;
        }
      ]).inner;
  };

  definitions = {
    "win by their priorities" = config [
      {
        options = {
          a = int;
          b = int;
          c = mkOption {
            type = types.int;
            default = 1;
          };
        };
      }
      {
        a = mkDefault 1;
        b = mkForce 2;
        c = lib.mkOptionDefault 1;
      }
      {
        a = 3;
        b = mkOverride 40 4;
      }
    ];
    "too weak for anything" = config [
      { options.a = int; }
      { a = mkOverride 10000 1; }
    ];
    "are put in order" =
      (config [
        { options.list = list; }
        {
          list = mkMerge [
            [ "c" ]
            (mkAfter [ "d" ])
            (mkIf false [ "no" ])
            (mkIf true (mkBefore [ "b" ]))
          ];
        }
        { list = lib.mkOrder 10 [ "a" ]; }
      ]).list;
    "are within conditions that are pushed down" = config [
      {
        options.a.b.c = int;
        options.on = mkOption { default = true; };
      }
      ({ config, ... }: { a = mkIf config.on { b = mkMerge [ { c = 5; } ]; }; })
    ];
    "have conditions that are no booleans" =
      (config [
        { options.a = int; }
        { a = mkIf "yes" 1; }
      ]).a;
    "are asserted" = config [
      { options.a = int; }
      (lib.mkAssert false "not so" { a = 1; })
    ];
    "of sets in lists are conditional, too" =
      (config [
        { options.list = list; }
        {
          list = [
            (mkIf true "a")
            (mkIf false "b")
          ];
        }
      ]).list;
    "of no option" = config [
      { options.a = int; }
      { b.c = 1; }
    ];
    "where nothing is declared" = config [ { b.c = 1; } ];
    "of no option in a submodule" =
      (config [
        sites
        { sites.x.hots = "y"; }
      ]).sites.x.host;
    "of no option are not looked at if nobody checks" = config [
      { options.a = int; }
      {
        a = 1;
        b = 2;
        _module.check = false;
      }
    ];
    "of a group that are no set" = config [
      { options.a.b = int; }
      { a = 5; }
    ];
    "of the wrong type" =
      (config [
        { options.a = int; }
        { a = "x"; }
      ]).a;
    "in conflict" =
      (config [
        { options.a = int; }
        { a = 1; }
        { a = 2; }
      ]).a;
    "missing" = (config [ { options.a = int; } ]).a;
    "of what can be read only" =
      (config [
        {
          options.a = mkOption {
            type = types.int;
            readOnly = true;
            default = 1;
          };
        }
        { a = 2; }
      ]).a;
    "follow from others" = (
      config [
        {
          options.a = text;
          options.b = text;
        }
        { a = mkDefault "a"; }
        { b = "b"; }
        ({ options, ... }: { b = lib.mkDerivedConfig options.a (it: "from ${it}"); })
      ]
    );
    "are told with their files" =
      let
        inherit
          (evaluate [
            {
              _file = "declaring.nix";
              options.a = lines;
            }
            {
              _file = "one.nix";
              a = mkAfter "1";
            }
            {
              _file = "two.nix";
              a = mkIf true "2";
            }
            {
              _file = "three.nix";
              a = mkDefault "3";
            }
          ])
          options
          ;
      in
      {
        inherit (options.a)
          definitionsWithLocations
          files
          highestPrio
          isDefined
          declarations
          value
          loc
          ;
        shown = toString options.a;
        where = lib.options.showOptionWithDefLocs options.a;
      };
  };

  declarations = {
    "of one option by two modules" = (
      config [
        { options.a = mkOption { type = types.enum [ "x" ]; }; }
        {
          options.a = mkOption { type = types.enum [ "y" ]; };
          config.a = "y";
        }
      ]
    );
    "that clash" = config [
      {
        _file = "one.nix";
        options.a = mkOption { type = types.int; };
      }
      {
        _file = "two.nix";
        options.a = mkOption { type = types.str; };
      }
    ];
    "with two defaults" = config [
      { options.a = mkOption { default = 1; }; }
      { options.a = mkOption { default = 1; }; }
    ];
    "below an option" =
      (config [
        { options.a = mkOption { type = types.int; }; }
        { options.a.b = int; }
      ]).a;
    "below a submodule" = config [
      {
        options.a = mkOption {
          default = { };
          type = types.submodule { options.b = mkOption { default = 1; }; };
        };
      }
      {
        options.a.c = mkOption { default = 2; };
        config.a.c = 3;
      }
    ];
    "of a submodule in two modules" = (
      config [
        sites
        {
          options.sites = mkOption {
            type = types.attrsOf (types.submodule { options.more = mkOption { default = "more"; }; });
          };
        }
        { sites.x = { }; }
      ]
    );
    "that are bare types" = (config [ { options.a = types.int; } ]).a;
    "that are bare types deep within" = (config [ { options.a.b = types.int; } ]).a.b;
    "that are no sets" = config [ { options = 5; } ];
    "in the wrong place" = config [ { config.a = mkOption { }; } ];
    "of which only one has what is below" =
      (evaluate [
        { options.a.b = mkOption { default = 1; }; }
        { options.c.d = throw "nobody asks"; }
      ]).config.a.b;
  };

  renames = {
    "pass definitions on" =
      let
        system = evaluate [
          (lib.mkRenamedOptionModule [ "old" "a" ] [ "a" ])
          (lib.mkAliasOptionModule [ "alias" ] [ "b" ])
          (lib.mkRenamedOptionModuleWith {
            from = [ "older" ];
            to = [ "b" ];
            sinceRelease = 2405;
          })
          {
            options.a = text;
            options.b = list;
            options.warnings = list;
          }
          {
            _file = "user.nix";
            old.a = mkForce "x";
            alias = [ "alias" ];
            older = [ "older" ];
          }
        ];
      in
      {
        inherit (system.config) a b warnings;
        read = system.config.alias;
        inherit (system.options.a) highestPrio;
      };
    "of what was removed" =
      let
        system = evaluate [
          (lib.mkRemovedOptionModule [ "gone" ] "Do this instead.")
          { options.assertions = mkOption { type = types.listOf types.raw; }; }
          {
            _file = "user.nix";
            gone = 1;
          }
        ];
      in
      system.config.assertions;
    "of what was removed have no value" =
      (config [
        (lib.mkRemovedOptionModule [ "gone" ] "Do this instead.")
        { options.assertions = mkOption { type = types.listOf types.raw; }; }
        { gone = 1; }
      ]).gone;
    "of what was changed" = config [
      (lib.mkChangedOptionModule [ "number" ] [ "word" ] (
        config: if config.number > 100 then "high" else "normal"
      ))
      {
        options.word = text;
        options.warnings = list;
      }
      {
        _file = "user.nix";
        number = 200;
      }
    ];
    "of what was merged, and nobody defines" = config [
      (lib.mkMergedOptionModule
        [
          [ "a" ]
          [ "b" ]
        ]
        [ "word" ]
        (_: "merged")
      )
      {
        options.word = mkOption {
          type = types.str;
          default = "as it was";
        };
        options.warnings = list;
      }
    ];
    "to what is not there" = config [
      (lib.mkAliasOptionModule [ "alias" ] [ "no" "where" ])
      { alias = { }; }
    ];
    "of definitions alone" = config [
      {
        options.a = list;
        options.b = list;
      }
      { a = mkForce [ "x" ]; }
      ({ options, ... }: { b = lib.mkAliasDefinitions options.a; })
    ];
  };

  submodules = {
    "know their names" = config [
      sites
      {
        sites.one = { };
        sites.two.host = "other";
      }
    ];
    "are functions, paths and modules" = config [
      {
        options.a = mkOption {
          type = types.submoduleWith {
            modules = [
              { options.number = mkOption { default = 0; }; }
            ];
          };
        };
        config.a =
          { ... }:
          {
            imports = [ ./files/function.nix ];
          };
      }
      {
        a = {
          config.number = mkForce 9;
        };
      }
    ];
    "take short definitions as configuration" = config [
      {
        options.a = mkOption {
          type = types.submodule { options.config = mkOption { type = types.bool; }; };
        };
        config.a.config = true;
      }
    ];
    "have free forms" = config [
      {
        options.a = mkOption {
          type = types.submodule {
            freeformType = types.attrsOf types.int;
            options.named = mkOption { default = 1; };
          };
        };
        config.a.free = 2;
      }
    ];
    "have free forms of a type" =
      (config [
        {
          options.a = mkOption { type = types.submodule { freeformType = types.attrsOf types.int; }; };
          config.a.free = "x";
        }
      ]).a;
    "get special arguments" = config [
      {
        options.a = mkOption {
          default = { };
          type = types.submoduleWith {
            specialArgs.word = "hello";
            modules = [ ({ word, ... }: { options.word = mkOption { default = word; }; }) ];
          };
        };
      }
    ];
    "are of one class" = config [
      {
        options.a = mkOption {
          default = { };
          type = types.submoduleWith {
            class = "inner";
            modules = [
              {
                _file = "inner.nix";
                _class = "outer";
              }
            ];
          };
        };
      }
    ];
    "are deferred" =
      let
        inherit
          (config [
            { options.a = mkOption { type = types.deferredModule; }; }
            {
              _file = "user.nix";
              a.options.b = mkOption { default = 1; };
            }
          ])
          a
          ;
      in
      {
        inherit (config [ a ]) b;
        file = (builtins.head a.imports)._file;
      };
    "have options that manuals show" =
      let
        inherit (evaluate [ sites ]) options;
      in
      map ({ name, type, ... }: "${name}: ${type}") (
        builtins.filter (option: !(lib.elem "_module" option.loc)) (lib.optionAttrSetToDocList options)
      );
    "are shown with their descriptions" =
      (types.submoduleWith {
        modules = [ ];
        description = "a thing";
      }).description;
  };
}
