# What is known of the input: its name in the fleet, and the names that the fleet selects of anything. Sets have these names
# and no others, since a set of every name does not exist. Whoever uses the folder lays both beside.
let
  read =
    file: otherwise:
    if builtins.pathExists file then builtins.fromJSON (builtins.readFile file) else otherwise;

  # By these, Nix and nixpkgs tell what a set is meant for.
  meant = [
    "__functionArgs"
    "__functor"
    "__toString"
    "_module"
    "_type"
    "drvPath"
    "inputs"
    "outPath"
    "outputs"
    "recurseForDerivations"
    "sourceInfo"
    "type"
  ];
in
{
  input = read ./input.json "without a name";
  names = builtins.filter (name: !builtins.elem name meant) (read ./names.json [ ]);
  systems = [
    "aarch64-darwin"
    "aarch64-linux"
    "armv6l-linux"
    "armv7l-linux"
    "i686-linux"
    "riscv64-linux"
    "x86_64-darwin"
    "x86_64-linux"
  ];
}
