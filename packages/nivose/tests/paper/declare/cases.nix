# Options declared from data, by name of what is seen of them.
{ lib, declare }:
let
  evaluate =
    definitions:
    lib.evalModules {
      modules = [
        (import declare {
          data = ./data;
          overrides = import (declare + "/changed.nix") { inherit lib; } [
            {
              from = [
                [
                  "services"
                  "web"
                  "wasOther"
                ]
                [
                  "services"
                  "web"
                  "wasMore"
                ]
              ];
              to = [
                "services"
                "web"
                "kind"
              ];
            }
            {
              from = [
                [
                  "services"
                  "web"
                  "wasOther"
                ]
              ];
              to = [
                "services"
                "web"
                "settings"
              ];
              below = [ "port" ];
            }
          ];
        })
      ]
      ++ definitions;
    };
  # The same as a module that stands for many files.
  listed = import (declare + "/listing.nix") {
    data = ./data;
    modulesPath = ./modules;
    place = "declare/modules";
    declaring =
      left:
      {
        config,
        lib,
        options,
        pkgs,
        ...
      }@arguments:
      import declare {
        data = ./data;
        inherit left;
      } arguments;
  };
  evaluateListed =
    modules:
    lib.evalModules {
      modules = [ listed ] ++ modules;
      specialArgs.modulesPath = ./modules;
    };
  without = module: (evaluateListed [ { disabledModules = [ module ]; } ]).config.services;
  said = definition: (evaluateListed [ definition ]).config.warnings;
  siteOf = definition: (evaluateListed [ definition ]).config.services.web;
  webOf = definition: (evaluate [ { services.web = definition; } ]).config.services.web;
  web = webOf { };
in
{
  "a default" = web.kind;
  "a computed default" = web.computed;
  "a default that is not known" = web.secret;
  "no default" = web.nothing;
  "of a name" = (webOf { sites.a = { }; }).sites.a.log;
  "of two names" = (webOf { sites.a.routes.b = { }; }).sites.a.routes.b.to;
  "where it is declared" =
    let
      inherit ((evaluate [ ]).options.services) web;
    in
    {
      file = web.kind.declarations;
      visible = web.hidden.visible;
    };

  "an option that there is not" = webOf { enabel = true; };
  "an option in a submodule that there is not" = (webOf { sites.a.rot = "/"; }).sites.a.root;
  "a wrong type" = (webOf { enable = "yes"; }).enable;
  "a wrong value of a few" = (webOf { kind = "c"; }).kind;
  "a wrong type of a further setting" = (webOf { settings.x = { }; }).settings.x;
  "a further setting" = (webOf { settings.x = 1; }).settings;

  "a value of an unknown type" = (webOf { any = [ 1 ]; }).any;
  "equal ones of an unknown type" =
    (evaluate [
      { services.web.any = 1; }
      { services.web.any = 1; }
    ]).config.services.web.any;
  "different ones of an unknown type" =
    (evaluate [
      { services.web.any = 1; }
      { services.web.any = 2; }
    ]).config.services.web.any;

  "a value that is converted" = (webOf { coerced = "a"; }).coerced;
  "a value that is converted in an unknown way" = (webOf { converted = 1; }).converted;
  "a value that need not be converted" = (webOf { converted = "a"; }).converted;
  "a value that is changed" =
    (webOf {
      changed = [
        443
        80
        443
      ];
    }).changed;
  "a value that is changed in an unknown way" = (webOf { made = "a"; }).made;

  "an old name" = (webOf { on = true; }).enable;
  "what an old name is now" = (webOf { enable = true; }).on;
  "an old name of a setting" = (webOf { old = 8080; }).settings.port;
  "an option that has become another one" = (webOf { wasMore = "x"; }).kind;
  "one that has become a setting" = (webOf { wasOther = "x"; }).settings.port;
  "one that is not defined after all" = (webOf { wasMore = lib.mkIf false "x"; }).kind;
  "what is said of one that has become another" =
    (evaluate [ { services.web.wasMore = "x"; } ]).config.warnings;
  "what is said of an old name" = (evaluate [ { services.web.on = true; } ]).config.warnings;
  "what is said of a removed one" = (evaluate [ { services.web.removed = 1; } ]).config.assertions;
  "the value of a removed one" = web.removed;

  "a tag" = (webOf { tagged.file = "/a"; }).tagged;
  "two tags" =
    (webOf {
      tagged = {
        file = "/a";
        text = "a";
      };
    }).tagged;
  "a type in itself" = (webOf { tree.a.b = "c"; }).tree;
  "a wrong type in itself" = (webOf { tree.a.b = 1; }).tree;
  "settings of units" =
    (evaluate [
      { services.web.unit.After = [ "a" ]; }
      { services.web.unit.After = "b"; }
    ]).config.services.web.unit;
  "an order" = (webOf { dag.a = "x"; }).dag;

  "without what a file declares" =
    (evaluateListed [ { disabledModules = [ "motd.nix" ]; } ]).config ? motd;
  "without what it declares, by its path" = without "web.nix" ? web;
  "without what it declares, by its key" = without { key = toString ./modules + "/web.nix"; } ? web;
  "a file that declares nothing" = (without "no.nix").web ? enable;
  "a file elsewhere" = (without (toString ./. + "/web.nix")).web ? enable;
  "a definition of what is no longer declared" =
    (evaluateListed [
      {
        disabledModules = [ "web.nix" ];
        services.web.enable = true;
      }
    ]).config.services.web;
  "a file that is imported from elsewhere" =
    (evaluateListed [
      {
        imports = [
          {
            key = "/another/declare/modules/web.nix";
            services.web.enable = true;
          }
        ];
        disabledModules = [ "web.nix" ];
      }
    ]).config.services.web.enable;
  "listed, as any module system takes it" =
    lib.isFunction listed
    && (listed {
      inherit lib;
      config = { };
      options = { };
      pkgs = { };
    }) ? options;

  "an old name of a set" = (siteOf { services.site.kind = "b"; }).kind;
  "an old name of a set, whole" =
    (siteOf {
      services.site = lib.mkIf true {
        kind = lib.mkForce "b";
        enable = true;
      };
    }).enable;
  "an old name of a set that is nowhere else" = (siteOf { site.kind = "b"; }).kind;
  "an even older name" = (siteOf { services.page.on = true; }).enable;
  "what is read by the old name of a set" =
    (evaluateListed [ { services.web.kind = "b"; } ]).config.services.site.kind;
  "what is said of the old name of a set" = said { services.site.kind = "b"; };
  "a wrong name in the old name of a set" = (siteOf { services.site.knd = "b"; }).kind;
  "a wrong type in the old name of a set" = (siteOf { services.site.enable = 1; }).enable;
  "a set of an old name behind a condition that does not hold" =
    (siteOf { services.site = lib.mkIf false { knd = "b"; }; }).kind;
  "old and new names of a set" =
    (siteOf {
      services.site.kind = "a";
      services.web.kind = "b";
    }).kind;
  "an old name of a set outweighs the new one" =
    (siteOf {
      services.site = lib.mkForce { kind = "b"; };
      services.web.kind = "a";
    }).kind;
  "options that an old name of a set defines" = map lib.showOption (
    map (option: option.loc) (evaluateListed [ { site.kind = "b"; } ])._module.args.definedOptions
  );
}
