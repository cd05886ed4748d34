# What the functions of `lib.hm` give.
{ home-manager, nixpkgs }:
let
  inherit (home-manager.lib) hm;
  lib = nixpkgs.lib.extend (_: _: { inherit hm; });
  inherit (hm) dag gvariant;
  fails = value: !(builtins.tryEval (builtins.deepSeq value value)).success;

  of =
    type: definitions:
    (lib.evalModules {
      modules = [
        { options.value = lib.mkOption { inherit type; }; }
      ]
      ++ map (value: { inherit value; }) definitions;
    }).config.value;
  printed =
    value:
    if lib.isAttrs value && value ? __toString then
      {
        inherit (value) type;
        text = toString value;
      }
    else if lib.isAttrs value then
      lib.mapAttrs (_: printed) value
    else
      value;
in
{
  dag = {
    sorted = map dag.topoSort [
      {
        a = dag.entryAnywhere "1";
        b = dag.entryAfter [ "a" "c" ] "2";
        c = dag.entryBefore [ "d" ] "3";
        d = dag.entryBefore [ "e" ] "4";
        e = dag.entryAnywhere "5";
      }
      {
        a = dag.entryAfter [ "nowhere" ] 1;
        b = dag.entryBetween [ "a" ] [ "c" ] 2;
        c = dag.entryAnywhere 3;
      }
      {
        a = dag.entryAfter [ "b" ] 1;
        b = dag.entryAfter [ "c" ] 2;
        c = dag.entryAfter [ "a" ] 3;
        d = dag.entryAfter [ "d" ] 4;
      }
      { }
    ];
    entries = [
      (dag.entriesBetween "tag" [ "x" ] [ "y" ] [ 1 2 3 ])
      (dag.entriesAfter "tag" [ "y" ] [ 1 2 ])
      (dag.entriesBefore "tag" [ "x" ] [ 1 2 ])
      (dag.entriesAnywhere "tag" [ 1 ])
      (dag.entriesAnywhere "tag" [ ])
    ];
    mapped = dag.map (name: value: "${name}${value}") { a = dag.entryAfter [ "b" ] "x"; };
    are = map dag.isDag [
      { }
      { a = dag.entryAnywhere 1; }
      { a = 1; }
      1
    ];
    typed = [
      (of (hm.types.dagOf lib.types.str) [
        { a = "plain"; }
        { b = dag.entryAfter [ "a" ] "entry"; }
        { c = lib.mkForce "forced"; }
      ])
      (of (hm.types.dagOf lib.types.lines) [
        { a = lib.mkAfter "last"; }
        { a = dag.entryAfter [ "b" ] "first"; }
      ])
      (of (hm.types.dagOf (
        lib.types.submodule (
          { dagName, ... }:
          {
            options.called = lib.mkOption { default = dagName; };
          }
        )
      )) [ { a = { }; } ])
    ];
    refused = map fails [
      (of (hm.types.dagOf lib.types.str) [ { a = 1; } ])
      (of (hm.types.dagOf lib.types.str) [
        { a = "1"; }
        { a = "2"; }
      ])
    ];
    description = (hm.types.dagOf lib.types.str).description;
  };

  gvariant = {
    values = map printed [
      (gvariant.mkValue true)
      (gvariant.mkValue 5)
      (gvariant.mkValue 1.5)
      (gvariant.mkValue "it's\na \\")
      (gvariant.mkValue [ ])
      (gvariant.mkValue [
        1
        2
      ])
      (gvariant.mkValue [
        [ "a" ]
        [ "b" ]
      ])
      (gvariant.mkArray gvariant.type.string [ "a" ])
      (gvariant.mkEmptyArray gvariant.type.uint32)
      (gvariant.mkTuple [
        "xkb"
        "us"
        1
      ])
      (gvariant.mkDictionaryEntry [
        "a"
        1
      ])
      (gvariant.mkVariant "a")
      (gvariant.mkNothing gvariant.type.string)
      (gvariant.mkJust (gvariant.mkUint32 5))
      (gvariant.mkObjectpath "/org/'x'")
      (gvariant.mkUchar 1)
      (gvariant.mkInt16 2)
      (gvariant.mkUint16 3)
      (gvariant.mkInt32 (-4))
      (gvariant.mkUint32 5)
      (gvariant.mkInt64 6)
      (gvariant.mkUint64 7)
      (gvariant.mkDouble 8.5)
    ];
    none = map gvariant.mkValue [
      null
      { }
      (x: x)
    ];
    types = map gvariant.typeOf [
      [ ]
      [ [ ] ]
      [ [ 1 ] ]
      null
      { type = "x"; }
    ];
    merged = map (definitions: printed (of hm.types.gvariant definitions)) [
      [
        [ 1 ]
        [ 2 ]
      ]
      [
        true
        true
      ]
      [ "a" ]
      [
        (gvariant.mkTuple [
          1
          "a"
        ])
      ]
    ];
    refused = map (definitions: fails (of hm.types.gvariant definitions)) [
      [
        1
        "a"
      ]
      [
        "a"
        "b"
      ]
      [ null ]
    ];
  };

  types = {
    selectors =
      of hm.types.selectorFunction
        [
          (set: [ set.a ])
          (set: [ set.b ])
        ]
        {
          a = 1;
          b = 2;
        };
    overlays = of hm.types.overlayFunction [
      (_: prev: { a = prev.x; })
      (final: _: { b = final.y; })
    ] { y = 1; } { x = 2; };
    font = of hm.types.fontType [
      {
        name = "DejaVu Sans";
        size = 8;
      }
    ];
    nushell = of hm.types.nushellValue [
      {
        a = [
          1
          null
          "x"
          { b = true; }
        ];
      }
    ];
  };

  texts = [
    (hm.booleans.yesNo true)
    (hm.booleans.yesNo false)
    (hm.shell.export "A" 1)
    (hm.shell.exportAll {
      B = "x";
      A = [
        "a"
        "b"
      ];
    })
    (hm.zsh.toZshValue [
      true
      "a b"
      5
      [ "c" ]
    ])
    (hm.zsh.defineAll {
      a = false;
      b = "x";
    })
    (hm.zsh.exportAll {
      a = 1;
      b = [ ];
    })
    (map hm.strings.storeFileName [
      ".config/a b-1"
      "a+b.c?=_Z9"
      ""
      "ümlaut/€"
    ])
    (hm.assertions.assertPlatform "programs.x" { stdenv.hostPlatform.system = "riscv64-linux"; } [
      "x86_64-linux"
      "aarch64-linux"
    ])
    (map (hm.nushell.toNushell { }) [
      null
      1
      "a\"b"
      [ ]
      [
        1
        [ 2 ]
      ]
      { }
      {
        a = {
          b = true;
        };
        "c d" = 1.5;
      }
      (hm.nushell.mkNushellInline "$env.HOME")
    ])
    (hm.nushell.toNushell { multiline = false; } {
      a = [
        1
        2
      ];
    })
    (hm.nushell.toNushell
      {
        asBindings = true;
        indent = "  ";
      }
      {
        a = {
          b = 1;
        };
        c = [ "x" ];
      }
    )
  ];

  hyprconf = map hm.generators.toHyprconf [
    { attrs = { }; }
    {
      attrs = {
        "$mod" = "SUPER";
        bind = [
          "a"
          "b"
        ];
        general = {
          gaps = 5;
          "col.active" = true;
          inner.x = 1.5;
        };
        device = [
          { name = "a"; }
          { name = "b"; }
        ];
        env = "X,1";
        empty = [ ];
      };
    }
    {
      indentLevel = 2;
      importantPrefixes = [ "a" ];
      attrs = {
        b = 1;
        ab = 2;
        c.ad = 3;
      };
    }
  ];

  kdl = map (hm.generators.toKDL { }) [
    { }
    {
      theme = "a \"b\"\n";
      none = null;
      yes = true;
      no = false;
      number = 5;
      list = [
        1
        "a"
        null
      ];
      nested = {
        a = {
          b = 1;
        };
        c = "d";
      };
      arguments = {
        _args = [
          "x"
          1
        ];
        _props = {
          p = true;
          q = "r";
        };
        child = 1;
      };
      mixed = [
        1
        { a = 2; }
        [ 3 ]
      ];
      empty = { };
      "bind \"Alt x\"" = {
        NewPane = "Right";
      };
    }
  ];
  scfg = map (hm.generators.toSCFG { }) [
    { }
    {
      plain = "word";
      quoted = "two words";
      special = "a\"b\\c\td";
      empty = "";
      yes = true;
      no = false;
      list = [
        1
        "a b"
      ];
      none = null;
      block = {
        _params = [
          "name"
          2
        ];
        inner = {
          x = 1;
        };
        y = "z";
      };
      bare = { };
    }
  ];
  refused = map fails [
    (hm.generators.toKDL { } { a._args = [ [ ] ]; })
    (hm.generators.toSCFG { } { "" = 1; })
    (hm.generators.toSCFG { } { a = [ null ]; })
    (hm.nushell.toNushell { asBindings = true; } { "a.b" = 1; })
  ];
}
