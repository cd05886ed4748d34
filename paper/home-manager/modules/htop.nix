# The columns and meters of htop, by the numbers in its configuration file.
let
  modes = {
    Bar = 1;
    Text = 2;
    Graph = 3;
    LED = 4;
  };

  meter = mode: name: { ${name} = mode; };
  text = meter modes.Text;

  # Each meter is a set of one.
  meters = side: sets: {
    "${side}_meters" = builtins.concatMap builtins.attrNames sets;
    "${side}_meter_modes" = builtins.concatMap builtins.attrValues sets;
  };
in
{
  inherit modes text;
  bar = meter modes.Bar;
  graph = meter modes.Graph;
  led = meter modes.LED;
  blank = text "Blank";
  leftMeters = meters "left";
  rightMeters = meters "right";

  fields = {
    PID = 0;
    COMM = 1;
    STATE = 2;
    PPID = 3;
    PGRP = 4;
    SESSION = 5;
    TTY_NR = 6;
    TPGID = 7;
    MINFLT = 9;
    CMINFLT = 10;
    MAJFLT = 11;
    CMAJFLT = 12;
    UTIME = 13;
    STIME = 14;
    CUTIME = 15;
    CSTIME = 16;
    PRIORITY = 17;
    NICE = 18;
    STARTTIME = 20;
    PROCESSOR = 37;
    M_SIZE = 38;
    M_RESIDENT = 39;
    M_SHARE = 40;
    M_TRS = 41;
    M_DRS = 42;
    M_LRS = 43;
    M_DT = 44;
    ST_UID = 45;
    PERCENT_CPU = 46;
    PERCENT_MEM = 47;
    USER = 48;
    TIME = 49;
    NLWP = 50;
    TGID = 51;
    PERCENT_NORM_CPU = 52;
    ELAPSED = 53;
    CTID = 99;
    VPID = 100;
    VXID = 102;
    RCHAR = 102;
    WCHAR = 103;
    SYSCR = 104;
    SYSCW = 105;
    RBYTES = 106;
    WBYTES = 107;
    CNCLWB = 108;
    IO_READ_RATE = 109;
    IO_WRITE_RATE = 110;
    IO_RATE = 111;
    CGROUP = 112;
    OOM = 113;
    IO_PRIORITY = 114;
    M_PSS = 118;
    M_SWAP = 119;
    M_PSSWP = 120;
  };
}
