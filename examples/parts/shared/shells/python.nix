# Python with the libraries of shared/modules/development/python.nix, for whoever has no machine with that module.
{
  mkShellNoCC,
  python3,
  ruff,
  uv,
}:
mkShellNoCC {
  name = "python";

  packages = [
    (python3.withPackages (libraries: [
      libraries.httpx
      libraries.pydantic
    ]))
    ruff
    uv
  ];

  # Nix brings the interpreter; one that uv fetches would not run on NixOS.
  env = {
    UV_PYTHON = python3.interpreter;
    UV_PYTHON_DOWNLOADS = "never";
  };
}
