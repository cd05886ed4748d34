# The functions for options.
{ lib }:
let
  inherit (lib) mkOption options types;
  show = value: removeAttrs value [ "type" ] // { type = value.type.description; };
  pkgs = {
    hello = {
      type = "derivation";
      name = "hello-1";
    };
    deep.inside = {
      type = "derivation";
      name = "inside-2";
    };
  };
  nameOfDefault =
    option:
    show option // (if option.default or null != null then { default = option.default.name; } else { });
in
{
  enable = show (lib.mkEnableOption "the thing");
  packages = builtins.mapAttrs (_: nameOfDefault) {
    plain = lib.mkPackageOption pkgs "hello" { };
    path = lib.mkPackageOption pkgs [ "deep" "inside" ] { extraDescription = "Which is inside."; };
    none = lib.mkPackageOption pkgs "hello" { default = null; };
    nullable = lib.mkPackageOption pkgs "hello" {
      nullable = true;
      default = null;
      example = [
        "deep"
        "inside"
      ];
      pkgsText = "pkgs.other";
    };
    text = lib.mkPackageOption pkgs "hello" {
      default = "hello";
      example = "pkgs.hello.override { }";
    };
  };
  missingPackage = (lib.mkPackageOption pkgs "nothing" { }).default;
  unknownAttribute = mkOption { defalt = 1; };
  sink =
    let
      option = lib.mkSinkUndeclaredOptions { description = "Nothing."; };
    in
    {
      inherit (option)
        description
        visible
        internal
        default
        ;
      type = option.type.name;
    };
  names = map options.showOption [
    [
      "a"
      "b"
    ]
    [
      "a"
      "b.c"
      "2d"
      "with space"
    ]
    [
      "a"
      "*"
      "<name>"
      "<function body>"
      "<other>"
    ]
    [ ]
  ];
  files = options.showFiles [
    "a.nix"
    "b.nix"
  ];
  definitions = options.showDefs [
    {
      file = "a.nix";
      value = 1;
    }
    {
      file = "b.nix";
      value = {
        a.b.c = [
          1
          2
        ];
        d = "text";
        e = null;
        f = x: x;
        g = 1.5;
      };
    }
    {
      file = "c.nix";
      value = throw "not shown";
    }
  ];
  values =
    options.getValues [
      { value = 1; }
      { value = 2; }
    ]
    ++ options.getFiles [ { file = "a"; } ];
  isOption = map options.isOption [
    (mkOption { })
    { }
    5
    types.int
  ];
  literal = [
    (lib.literalExpression "pkgs.hello")
    (lib.literalMD "*this*")
  ];
  literalOfNumber = lib.literalExpression 5;
  rendered = map options.renderOptionValue [
    { a = [ 1 ]; }
    (lib.literalMD "as it is")
  ];
  scrubbed = lib.scrubOptionValue {
    a = pkgs.hello;
    b = [ pkgs.deep.inside ];
    _args = 1;
  };
  manual =
    let
      system = lib.evalModules {
        modules = [
          {
            _file = "a.nix";
            options = {
              a = mkOption {
                type = types.int;
                default = 1;
                example = 2;
                description = "A number.";
              };
              hidden = mkOption { visible = false; };
              shallow = mkOption {
                visible = "shallow";
                type = types.submodule { options.unseen = mkOption { }; };
              };
              text = mkOption {
                defaultText = lib.literalExpression "config.a";
                internal = true;
                readOnly = true;
                relatedPackages = [ "hello" ];
              };
            };
          }
        ];
      };
    in
    lib.optionAttrSetToDocList (removeAttrs system.options [ "_module" ]);
  merges = {
    lists =
      lib.mergeDefaultOption
        [ "a" ]
        [
          { value = [ 1 ]; }
          { value = [ 2 ]; }
        ];
    strings =
      lib.mergeDefaultOption
        [ "a" ]
        [
          { value = "a"; }
          { value = "b"; }
        ];
    booleans =
      lib.mergeDefaultOption
        [ "a" ]
        [
          { value = false; }
          { value = true; }
        ];
    sets =
      lib.mergeDefaultOption
        [ "a" ]
        [
          { value.a = 1; }
          { value.b = 2; }
        ];
    numbers =
      lib.mergeDefaultOption
        [ "a" ]
        [
          { value = 1; }
          { value = 1; }
        ];
    functions =
      (lib.mergeDefaultOption
        [ "a" ]
        [
          { value = x: [ x ]; }
          { value = x: [ (x + 1) ]; }
        ]
      )
        1;
    one = lib.mergeOneOption [ "a" ] [ { value = 1; } ];
    equal =
      lib.mergeEqualOption
        [ "a" ]
        [
          { value = 1; }
          { value = 1; }
        ];
    nothing = lib.mergeOneOption [ "a" ] [ ];
    conflict =
      lib.mergeEqualOption
        [ "a" ]
        [
          {
            file = "a.nix";
            value = 1;
          }
          {
            file = "b.nix";
            value = 2;
          }
        ];
    more =
      lib.mergeOneOption
        [ "a" ]
        [
          {
            file = "a.nix";
            value = 1;
          }
          {
            file = "b.nix";
            value = 1;
          }
        ];
  };
  lowLevel = {
    order = lib.sortProperties [
      { value = 1; }
      { value = lib.mkBefore 2; }
      { value = lib.mkAfter 3; }
    ];
    overrides = lib.filterOverrides [
      { value = 1; }
      { value = lib.mkForce 2; }
      { value = lib.mkForce 3; }
    ];
    priorities = (
      lib.modules.mergeAttrDefinitionsWithPrio
        (lib.evalModules {
          modules = [
            { options.a = mkOption { type = types.attrsOf types.int; }; }
            {
              a.x = 1;
              a.y = lib.mkForce 2;
            }
            { a.y = 3; }
          ];
        }).options.a
    );
    names = {
      modules = builtins.attrNames lib.modules;
      options = builtins.attrNames lib.options;
      types = builtins.attrNames lib.types;
    };
  };
}
