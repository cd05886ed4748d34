# What packages on paper are, case by case. Paths in the store are in no golden file: what counts is which are equal.
nixpkgs:
let
  import' = arguments: import nixpkgs ({ system = "x86_64-linux"; } // arguments);
  pkgs = import' { };
  inherit (pkgs) lib;

  # Whether a value is known on paper.
  known = value: (builtins.tryEval (builtins.deepSeq value null)).success;
  same = a: b: "${a}" == "${b}";
  base = path: builtins.substring 44 (-1) path;
  read = builtins.unsafeDiscardStringContext;
in
{
  # What `with lib.types; with pkgs;` finds in `lib` is no package that another release may have.
  ofOthers =
    let
      othersOf = import (nixpkgs + "/pkgs/of-others.nix") {
        inherit lib;
        package = null;
      };
    in
    builtins.attrNames (othersOf {
      listOf = null;
      mkIf = null;
      nerd-fonts = null;
    });
  packages = {
    kind = pkgs.hello.type;
    path = base (read pkgs.hello.outPath);
    program = base (read (lib.getExe pkgs.hello));
    outputs = pkgs.openssl.outputs;
    development = base (read pkgs.openssl.dev.outPath);
    chosen = base (read (lib.getLib pkgs.openssl).outPath);
    knownThings = map known [
      pkgs.hello.name
      pkgs.hello.version
      pkgs.hello.src
      pkgs.hello.meta.license
      pkgs.hello.meta.mainProgram
      pkgs.hello.passthru.tests
    ];
    attributes = [
      (pkgs.hello ? version)
      (pkgs.hello ? noSuchThing)
      (pkgs.python3 ? withPackages)
      (pkgs ? helo)
    ];
    oldName = known pkgs.alsaLib;
    twice = same pkgs.hello (import' { }).hello;
    otherSystem = same pkgs.hello (import' { system = "aarch64-linux"; }).hello;
    other = same pkgs.hello pkgs.hello-wayland;
  };

  sets = {
    member = base (read pkgs.python3Packages.requests.outPath);
    version = same pkgs.python311Packages.requests pkgs.python313Packages.requests;
    attributes = [
      (pkgs.vimPlugins ? telescope-nvim)
      (pkgs.vimPlugins ? telescope-vim)
      (pkgs.vscode-extensions ? ms-python)
      (pkgs.vscode-extensions.ms-python ? python)
      (pkgs.xorg ? xset)
      (pkgs.linuxPackages ? zfs)
    ];
    notKnown = known pkgs.rPackages.ggplot2;
    chosen = same (pkgs.python3.withPackages (ps: [ ps.requests ])) (
      pkgs.python3.withPackages (ps: with ps; [ requests ])
    );
    otherChoice = same (pkgs.python3.withPackages (ps: [ ps.requests ])) (
      pkgs.python3.withPackages (ps: [ ps.numpy ])
    );
    wrongChoice = known (pkgs.python3.withPackages (ps: [ (ps.nunpy or (throw "missing")) ])).outPath;
  };

  overrides = {
    changed = same pkgs.hello (pkgs.hello.overrideAttrs { separateDebugInfo = true; });
    equal =
      same
        (pkgs.hello.overrideAttrs (_: {
          a = 1;
        }))
        (
          pkgs.hello.overrideAttrs (_: {
            a = 1;
          })
        );
    seen =
      (pkgs.hello.overrideAttrs (
        final: _: {
          version = "5";
          x = "v${final.version}";
        }
      )).x;
    step =
      ((pkgs.hello.overrideAttrs { version = "5"; }).overrideAttrs (old: {
        y = old.version + "0";
      })).y;
    kept = (pkgs.hello.overrideAttrs { meta.priority = 3; }).meta.mainProgram;
    unknown =
      let
        package = pkgs.hello.overrideAttrs (old: {
          patches = old.patches ++ [ ];
          z = 1;
        });
      in
      [
        package.z
        (known package.patches)
        (known package.outPath)
      ];
    arguments = map (same pkgs.hello) [
      (pkgs.hello.override { })
      (pkgs.hello.override (_: {
        stdenv = pkgs.clangStdenv;
      }))
    ];
    ofAll = same (pkgs.steam.override { extraPkgs = p: [ p.hello ]; }) (
      pkgs.steam.override { extraPkgs = _: [ pkgs.hello ]; }
    );
    priority = (lib.hiPrio pkgs.hello).meta.priority;
  };

  texts = {
    path = base (read (pkgs.writeText "a.txt" "x").outPath);
    equal = same (pkgs.writeText "a" "x") (pkgs.writeText "a" "x");
    different = same (pkgs.writeText "a" "x") (pkgs.writeText "a" "y");
    script = base (read (lib.getExe (pkgs.writeShellScriptBin "s" "true")));
    depends = same (pkgs.writeShellScriptBin "s" "${pkgs.hello}") (
      pkgs.writeShellScriptBin "s" "${pkgs.jq}"
    );
    directory = base (read (pkgs.writeTextDir "share/x.conf" "").outPath);
    application =
      (pkgs.writeShellApplication {
        name = "app";
        text = "true";
      }).meta.mainProgram;
    unknown = known (pkgs.writeText "v" pkgs.hello.version).outPath;
    command = same (pkgs.runCommand "c" { a = 1; } "x") (pkgs.runCommand "c" { a = 2; } "x");
    writers = base (read (pkgs.writers.writeBashBin "w" "x").outPath);
  };

  made = {
    derivation = base (
      read
        (pkgs.stdenv.mkDerivation (final: {
          pname = "p";
          version = "1";
          outputs = [
            "out"
            "man"
          ];
          doc = "${final.pname} ${final.version}";
          passthru.extra = final.finalPackage.version;
        })).man.outPath
    );
    extra =
      (pkgs.stdenvNoCC.mkDerivation (final: {
        pname = "p";
        version = "1";
        passthru.extra = final.finalPackage.version;
      })).extra;
    builders =
      let
        given = {
          pname = "p";
          version = "1";
        };
      in
      map (builder: base (read (builder given).outPath)) [
        pkgs.buildGoModule
        pkgs.rustPlatform.buildRustPackage
        pkgs.buildNpmPackage
        pkgs.python3Packages.buildPythonApplication
        pkgs.vimUtils.buildVimPlugin
        pkgs.symlinkJoin
      ];
    source = base (
      read
        (pkgs.fetchFromGitHub {
          owner = "o";
          repo = "r";
          rev = "1";
          hash = "";
        }).outPath
    );
    called = same pkgs.hello (
      pkgs.callPackage (
        {
          hello,
          missing ? null,
        }:
        hello
      ) { }
    );
    overridden =
      (
        (pkgs.callPackage (
          {
            writeText,
            a ? "x",
          }:
          writeText "t" a
        ) { }).override
        { a = "y"; }
      ).text;
  };

  platform = {
    system = pkgs.stdenv.hostPlatform.system;
    linux = [
      pkgs.stdenv.isLinux
      pkgs.stdenv.hostPlatform.isDarwin
    ];
    shell = base (read pkgs.runtimeShell);
    cross = pkgs.pkgsCross.aarch64-multiplatform.stdenv.hostPlatform.system;
    static = same pkgs.hello pkgs.pkgsStatic.hello;
    set = pkgs._type;
  };

  overlays = {
    final =
      (import' {
        overlays = [
          (final: prev: {
            greeting = final.hello;
            hello = prev.hello.overrideAttrs { version = "9"; };
          })
        ];
      }).greeting.version;
    order =
      (import' {
        overlays = [
          (_: _: { n = [ 1 ]; })
          (_: prev: { n = prev.n ++ [ 2 ]; })
        ];
      }).n;
    later = (pkgs.extend (_: _: { n = 3; })).n;
    config =
      (import' { config.packageOverrides = set: { greeting = set.hello; }; }).greeting.meta.mainProgram;
    allowed = (import' { config.allowUnfree = true; }).config.allowUnfree;
    python =
      (pkgs.extend (
        _: prev: {
          pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [
            (_: previous: { requests = previous.requests.overrideAttrs { version = "8"; }; })
          ];
        }
      )).python3Packages.requests.version;
    scope =
      (pkgs.xfce.overrideScope (
        _: previous: { thunar = previous.thunar.overrideAttrs { version = "7"; }; }
      )).thunar.version;
  };

  formats =
    let
      typeOf = format: format.type.description;
      accepts = format: value: format.type.check value;
    in
    {
      descriptions = [
        (typeOf (pkgs.formats.json { }))
        (typeOf (pkgs.formats.toml { }))
        (typeOf (pkgs.formats.ini { }))
        (typeOf (pkgs.formats.ini { listsAsDuplicateKeys = true; }))
        (typeOf (pkgs.formats.keyValue { }))
      ];
      json = accepts (pkgs.formats.json { }) { a = [ null ]; };
      toml = accepts (pkgs.formats.toml { }) null;
      text = ((pkgs.formats.ini { }).generate "x" { a.b = 1; }).text;
    };
}
