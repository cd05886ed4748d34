[
  ''one line''
  ''
    one line
  ''
  ''
    one line''
  ''a "quoted" word''
  ''a \ backslash''
  ''an ''$ escape''
  ''two ''' quotes''
  ''${code} and ''${no code}''
  ''''
  ''   ''
  ''
  ''
]
