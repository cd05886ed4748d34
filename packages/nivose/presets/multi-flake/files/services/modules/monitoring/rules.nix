# When something is wrong, as Prometheus is told.
{
  groups = [
    {
      name = "stations";
      rules = [
        {
          alert = "StationDown";
          expr = ''up{job="stations"} == 0'';
          for = "5m";
          annotations.summary = "{{ $labels.instance }} has not answered for five minutes";
        }
        {
          alert = "DiskFull";
          expr = ''node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs"} / node_filesystem_size_bytes < 0.1'';
          for = "15m";
          annotations.summary = "{{ $labels.mountpoint }} of {{ $labels.instance }} has less than a tenth left";
        }
        {
          alert = "UnitFailed";
          expr = ''node_systemd_unit_state{state="failed"} == 1'';
          for = "5m";
          annotations.summary = "{{ $labels.name }} failed on {{ $labels.instance }}";
        }
      ];
    }
  ];
}
