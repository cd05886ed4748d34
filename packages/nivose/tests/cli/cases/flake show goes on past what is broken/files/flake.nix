{
  outputs = _: {
    packages.x86_64-linux = {
      broken = throw "it does not build";
      none = { };
    };
    overlays.default = _: _: { };
  };
}
