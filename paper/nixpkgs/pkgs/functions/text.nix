# Texts become files with exactly that text, so that whatever differs in them differs in its path.
{
  lib,
  make,
  pkgs,
  ...
}:
let
  inherit (lib) optionalAttrs optionalString;

  writeTextFile =
    {
      name,
      text,
      executable ? false,
      destination ? "",
      checkPhase ? "",
      meta ? { },
      allowSubstitutes ? false,
      preferLocalBuild ? true,
      derivationArgs ? { },
    }:
    let
      at = if destination == "" then "/${name}" else "";
      place = lib.removePrefix "/" (destination + at);
    in
    make {
      inherit name at;
      label = name;
      kind = "writeTextFile";
      files = said: {
        ${place} = {
          inherit (said) text;
          inherit executable;
        };
      };
      given =
        _:
        {
          inherit name text;
          meta =
            optionalAttrs (executable && lib.hasPrefix "/bin/" destination) {
              mainProgram = lib.removePrefix "/bin/" destination;
            }
            // meta;
        }
        // optionalAttrs (checkPhase != "") { inherit checkPhase; }
        // derivationArgs;
    };

  writeText = name: text: writeTextFile { inherit name text; };
  writeScript =
    name: text:
    writeTextFile {
      inherit name text;
      executable = true;
    };
  writeScriptBin =
    name: text:
    writeTextFile {
      inherit name text;
      executable = true;
      destination = "/bin/${name}";
    };
  shebang = "#!${runtimeShell}\n";
  runtimeShell = "${pkgs.bash}/bin/bash";

  concatTextFile =
    {
      name,
      files,
      executable ? false,
      destination ? "",
      checkPhase ? "",
      meta ? { },
      passthru ? { },
    }:
    make {
      inherit name;
      label = name;
      kind = "concatTextFile";
      given = _: {
        inherit
          name
          files
          executable
          destination
          checkPhase
          meta
          passthru
          ;
      };
    };
in
{
  inherit
    concatTextFile
    runtimeShell
    writeScript
    writeScriptBin
    writeText
    writeTextFile
    ;

  writeTextDir =
    path: text:
    writeTextFile {
      inherit text;
      name = baseNameOf path;
      destination = "/${path}";
    };

  writeShellScript = name: text: writeScript name (shebang + text);
  writeShellScriptBin = name: text: writeScriptBin name (shebang + text + "\n");

  writeShellApplication =
    {
      name,
      text,
      runtimeInputs ? [ ],
      runtimeEnv ? null,
      meta ? { },
      passthru ? { },
      checkPhase ? null,
      excludeShellChecks ? [ ],
      extraShellCheckFlags ? [ ],
      bashOptions ? [
        "errexit"
        "nounset"
        "pipefail"
      ],
      derivationArgs ? { },
      inheritPath ? true,
    }:
    writeTextFile {
      inherit name;
      executable = true;
      destination = "/bin/${name}";
      meta = {
        mainProgram = name;
      }
      // meta;
      derivationArgs = {
        inherit excludeShellChecks extraShellCheckFlags passthru;
      }
      // optionalAttrs (checkPhase != null) { inherit checkPhase; }
      // derivationArgs;
      text =
        shebang
        + lib.concatMapStrings (option: "set -o ${option}\n") bashOptions
        + optionalString (runtimeEnv != null) (
          lib.concatStrings (
            lib.mapAttrsToList (
              variable: value: "${lib.toShellVar variable value}\nexport ${variable}\n"
            ) runtimeEnv
          )
        )
        + optionalString (runtimeInputs != [ ]) ''

          export PATH="${lib.makeBinPath runtimeInputs}${optionalString inheritPath ":$PATH"}"
        ''
        + "\n${text}\n";
    };

  concatText = name: files: concatTextFile { inherit name files; };
  concatScript =
    name: files:
    concatTextFile {
      inherit name files;
      executable = true;
    };
}
