# The data of all files, by vendor. Nix reads a file of expressions once, so that the data of a vendor are read once.
builtins.listToAttrs (
  map (file: {
    name = builtins.head (builtins.match "(.*)\\.json" file);
    value = builtins.fromJSON (builtins.readFile (./data/files + "/${file}"));
  }) (builtins.attrNames (builtins.readDir ./data/files))
)
