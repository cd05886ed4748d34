# What only the module system on paper does. Each case is true.
{ lib }:
let
  inherit (lib)
    mkForce
    mkIf
    mkOption
    types
    ;
  evaluate = modules: lib.evalModules { inherit modules; };
  list = mkOption { type = types.listOf types.str; };
  # As `declare/` makes the two of a rename.
  renamed =
    { config, ... }:
    {
      options = {
        new = list // {
          from = [
            [ "old" ]
            [
              "much"
              "older"
            ]
          ];
          declared = [ "nixos/modules/new.nix" ];
        };
        old = list // {
          apply = _: config.new;
        };
        much.older = list // {
          apply = _: config.new;
        };
      };
    };
  by = file: definition: { _file = file; } // definition;
  nobodyAsks = throw "nobody asks for this";
  tree = {
    services.asked.enable = lib.mkEnableOption "it";
    services.unasked = nobodyAsks;
    unasked = nobodyAsks;
    broken.option = mkOption { type = nobodyAsks; };
  };
in
{
  "definitions of an old option come after those of the new one, with their files" =
    map ({ file, value, ... }: "${file}: ${toString value}")
      (evaluate [
        renamed
        (by "a.nix" { old = [ "a" ]; })
        (by "b.nix" { new = [ "b" ]; })
        (by "c.nix" { much = mkIf true { older = [ "c" ]; }; })
      ]).options.new.definitionsWithLocations == [
      "b.nix: b"
      "a.nix: a"
      "c.nix: c"
    ];
  "definitions of an old option keep their priority" =
    (evaluate [
      renamed
      { old = mkForce [ "a" ]; }
      { new = [ "b" ]; }
    ]).config.new == [ "a" ];
  "an old option has the value of the new one" =
    (evaluate [
      renamed
      { new = [ "b" ]; }
    ]).config.much.older == [ "b" ];
  "an old option behind a condition that does not hold passes nothing on" =
    (evaluate [
      renamed
      { old = mkIf false [ "a" ]; }
      { new = [ "b" ]; }
    ]).config.new == [ "b" ];
  "an option may say which files declare it" =
    (evaluate [ renamed ]).options.new.declarations == [ "nixos/modules/new.nix" ];
  "an old option that nobody defines is not looked at" =
    (evaluate [
      {
        options.new = list // {
          from = [ [ "old" ] ];
        };
        options.old = nobodyAsks;
        config.new = [ "b" ];
      }
    ]).config.new == [ "b" ];

  "what is declared and neither defined nor read is not looked at" =
    (evaluate [
      { options = tree; }
      { services.asked.enable = true; }
    ]).config.services.asked.enable;
  "names are known without what is below them" =
    builtins.attrNames (evaluate [ { options = tree; } ]).config == [
      "broken"
      "services"
      "unasked"
    ];
  "the type of an option that is defined and not read is not looked at" =
    (evaluate [
      { options = tree; }
      { broken.option = 1; }
    ]).config ? services;
  "below a name that two modules declare the others are not looked at" =
    (evaluate [
      { options = tree; }
      {
        options.services.mine = mkOption { default = 5; };
        config.services.asked.enable = true;
      }
    ]).config.services.mine == 5;
  "an option called type is an option" =
    (evaluate [
      { options.a.type = mkOption { type = nobodyAsks; }; }
      { options.a.b = mkOption { default = 1; }; }
    ]).config.a.b == 1;

  "options that are defined are told" =
    map toString
      (evaluate [
        { options = tree; }
        { services.asked.enable = true; }
      ])._module.args.definedOptions == [
      "_module.args"
      "_module.specialArgs"
      "services.asked.enable"
    ];
}
