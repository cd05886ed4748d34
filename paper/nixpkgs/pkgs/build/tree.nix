# A derivation whose output is a tree of files, which are known here:
#
#     tree { name = "x"; files = { "bin/x" = { text = "…"; executable = true; }; "etc" = { link = "/…"; }; }; }
#
# Nix itself unpacks an archive (`builtin:unpack-channel`), so nothing has to be there: no shell, no network, and no
# machine of that system. Nix writes the archive into the folder in which it builds. What the tree is made from and does not
# hold is `about`: trees that differ in it have different paths.
let
  archive = import ./archive.nix;

  unpack =
    name: top: about: content:
    derivation {
      inherit name about;
      system = "builtin";
      builder = "builtin:unpack-channel";
      # the name that Nix gives the file of the attribute `archive`: the SHA-256 of the attribute's name
      src = ".attr-18rar59hdbr40bl7xqgxm0wrbd8n299y3v0v3nxxkp14zdmy7cqf";
      passAsFile = [ "archive" ];
      archive = content;
      channelName = top;
      preferLocalBuild = true;
    };

  # Such an archive has exactly one file at its top. Where more are wanted, the tree is a folder of links into it; Nix adds
  # `manifest.nix` to such a folder, and leaves out names that begin with a dot.
  links =
    name: about: files:
    let
      all = "${unpack "${name}-files" "tree" about (archive "tree/" files)}/tree";
    in
    derivation {
      inherit name;
      system = "builtin";
      builder = "builtin:buildenv";
      derivations = [
        "true"
        "5"
        "1"
        all
      ];
      manifest = all;
      preferLocalBuild = true;
    };

  top =
    path:
    let
      above = dirOf path;
    in
    if above == "." then path else top above;
in
{
  name,
  files,
  about ? "",
}:
let
  paths = builtins.attrNames files;
  first = top (builtins.head paths);
in
if builtins.all (path: top path == first) paths then
  unpack name first about (archive "" files)
else
  links name about files
