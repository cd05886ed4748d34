{
  description = "All of it";
  inputs.site.url = "path:./site";
  inputs.tools.url = "github:a/tools";
  outputs = _: { };
}
