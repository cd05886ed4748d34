# `nix flake new --template .#<name> FOLDER`: a new project, with its shell and direnv.
{
  python = {
    path = ./python;
    description = "Python, with uv";
  };
  node = {
    path = ./node;
    description = "Node.js, with pnpm";
  };
  rust = {
    path = ./rust;
    description = "Rust";
  };
  go = {
    path = ./go;
    description = "Go";
  };
}
