# Small tools in the browser; it keeps nothing.
{
  image = "docker.io/corentinth/it-tools:2024.10.22-7ca5933";
  port = 80;
  hostPort = 13003;
  memory = "128m";
}
