{
  inputs = {
    home.url = "path:../home";
    tools.url = "github:a/tools";
  };
  outputs = _: { };
}
