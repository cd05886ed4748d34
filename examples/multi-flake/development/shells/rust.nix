{
  cargo,
  clippy,
  mkShell,
  rust-analyzer,
  rustc,
  rustfmt,
  rustPlatform,
}:
mkShell {
  name = "rust";

  packages = [
    cargo
    clippy
    rust-analyzer
    rustc
    rustfmt
  ];

  # rust-analyzer reads the sources of the standard library.
  env.RUST_SRC_PATH = "${rustPlatform.rustLibSrc}";
}
