{
  inputs.site.url = "path:../site";
  outputs = _: { };
}
