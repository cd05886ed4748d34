{
  mkShell,
  python3,
  ruff,
  uv,
}:
mkShell {
  name = "python";

  packages = [
    python3
    ruff
    uv
  ];

  # Nix brings the interpreter; uv must not fetch another one, which would not run on NixOS.
  env = {
    UV_PYTHON = python3.interpreter;
    UV_PYTHON_DOWNLOADS = "never";
  };
}
