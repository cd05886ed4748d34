# Shows the household whether the things that it uses are there.
{
  image = "docker.io/louislam/uptime-kuma:1.23.16";
  port = 3001;
  hostPort = 13001;
  volumes.data = "/app/data";
}
