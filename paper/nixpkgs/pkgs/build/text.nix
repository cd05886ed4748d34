# A derivation whose path is a file with a text. What is built is a folder with nothing but that file, because Nix alone
# makes only folders; so the path of the text is below that of the output, and it can be executable.
let
  tree = import ./tree.nix;
in
{
  name,
  text,
  executable ? false,
}:
let
  folder = tree {
    inherit name;
    files.${name} = { inherit text executable; };
  };
  file = folder // {
    outPath = "${folder}/${name}";
    out = file;
    all = [ file ];
  };
in
file
