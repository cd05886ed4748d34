{
  delve,
  go,
  golangci-lint,
  gopls,
  mkShell,
}:
mkShell {
  name = "go";

  packages = [
    delve
    go
    golangci-lint
    gopls
  ];
}
