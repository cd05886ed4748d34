{
  config,
  lib,
  pkgs,
  ...
}:
let
  files = lib.filter (file: file.enable) (lib.attrValues config.home.file);
  targets = lib.groupBy (file: file.target) files;
  conflicts = lib.attrNames (lib.filterAttrs (_: files: lib.length files > 1) targets);
in
{
  config = {
    assertions = [
      {
        assertion = conflicts == [ ];
        message = ''
          Conflicting managed target files: ${lib.concatStringsSep ", " conflicts}

          This may happen, for example, if you have a configuration similar to

              home.file = {
                conflict1 = { source = ./foo.nix; target = "baz"; };
                conflict2 = { source = ./bar.nix; target = "baz"; };
              }'';
      }
    ];

    lib.file.mkOutOfStoreSymlink =
      path:
      pkgs.runCommandLocal (lib.hm.strings.storeFileName (baseNameOf (toString path))) { } ''
        ln -s ${lib.escapeShellArg (toString path)} $out
      '';
  };
}
