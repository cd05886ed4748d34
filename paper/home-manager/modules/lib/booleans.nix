_: { yesNo = value: if value then "yes" else "no"; }
