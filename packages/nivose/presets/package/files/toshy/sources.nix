# The sources that flake.lock names, for those who do not use flakes: it is the only place that has their hashes.
let
  lock = builtins.fromJSON (builtins.readFile ./flake.lock);
  nodes = lock.nodes.${lock.root}.inputs;

  fetch =
    name:
    if nodes ? ${name} then
      let
        inherit (lock.nodes.${nodes.${name}}) locked;
      in
      fetchTarball {
        url = "https://github.com/${locked.owner}/${locked.repo}/archive/${locked.rev}.tar.gz";
        sha256 = locked.narHash;
      }
    else
      throw "flake.lock does not name '${name}' yet: run `nix flake lock`, or pass `sources`";
in
{
  hyprpy = fetch "hyprpy";
  toshy = fetch "toshy";
  xwaykeyz = fetch "xwaykeyz";
}
