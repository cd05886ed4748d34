{
  mkShell,
  nodejs,
  pnpm,
  typescript-language-server,
}:
mkShell {
  name = "node";

  packages = [
    nodejs
    pnpm
    typescript-language-server
  ];
}
