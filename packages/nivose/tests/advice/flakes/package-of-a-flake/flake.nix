{
  outputs =
    { self }:
    let
      pkgs = {
        git = "git";
        hello = "hello";
      };
    in
    {
      packages.x86_64-linux.default = pkgs.helo;
      packages.x86_64-linux.hello = pkgs.hello;
    };
}
