a: ''
  one ${a}
    two ''${a} ''' ''\t $$ $
  three''$
''
