from @module@.cli import main

main()
