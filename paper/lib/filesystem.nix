# Reading folders while evaluating.
{ lib }:
let
  inherit (builtins) attrNames pathExists readDir;

  pathType =
    builtins.readFileType or (
      path:
      if !pathExists path then
        abort "lib.filesystem.pathType: Path ${toString path} does not exist."
      else if dirOf path == path then
        "directory"
      else
        (readDir (dirOf path)).${baseNameOf path}
    );

  isOf = type: path: pathExists path && lib.filesystem.pathType path == type;

  listFilesRecursive =
    folder:
    builtins.concatLists (
      lib.mapAttrsToList (
        name: type:
        let
          path = folder + "/${name}";
        in
        if type == "directory" then listFilesRecursive path else [ path ]
      ) (readDir folder)
    );
in
{
  inherit pathType listFilesRecursive;
  pathIsDirectory = isOf "directory";
  pathIsRegularFile = isOf "regular";

  haskellPathsInDir =
    root:
    lib.filterAttrs (name: path: pathExists (path + "/${name}.cabal")) (
      builtins.mapAttrs (name: _: root + "/${name}") (readDir root)
    );

  # the nearest folder upwards that has a file whose name matches
  locateDominatingFile =
    pattern: file:
    let
      search =
        folder:
        let
          matches = builtins.filter (found: found != null) (
            map (builtins.match pattern) (attrNames (readDir folder))
          );
        in
        if matches != [ ] then
          {
            path = folder;
            inherit matches;
          }
        else if folder == /. then
          null
        else
          search (dirOf folder);
      parent = dirOf file;
      isFolder = file == /. || (readDir parent).${baseNameOf file} or null == "directory";
    in
    search (if isFolder then file else parent);

  packagesFromDirectoryRecursive =
    { callPackage, directory, ... }:
    let
      packageIn =
        folder: name: type:
        let
          path = folder + "/${name}";
        in
        {
          regular = lib.nameValuePair (lib.removeSuffix ".nix" name) (callPackage path { });
          directory = lib.nameValuePair name (packagesIn path);
        }
        .${type} or (throw ''
          lib.filesystem.packagesFromDirectoryRecursive: Unsupported file type ${type} at path ${toString folder}
        '');
      isPackage = name: type: type == "directory" || lib.hasSuffix ".nix" name;
      packagesIn =
        folder:
        let
          package = folder + "/package.nix";
        in
        if pathExists package then
          callPackage package { }
        else
          lib.mapAttrs' (packageIn folder) (lib.filterAttrs isPackage (readDir folder));
    in
    packagesIn directory;
}
