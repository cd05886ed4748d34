# Bookmarks.
{
  image = "docker.io/sissbruecker/linkding:1.36.0";
  port = 9090;
  hostPort = 13002;
  volumes.data = "/etc/linkding/data";
  environment.LD_SUPERUSER_NAME = "admin";
  # LD_SUPERUSER_PASSWORD
  hasSecrets = true;
}
