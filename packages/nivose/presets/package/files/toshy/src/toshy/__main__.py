from toshy.cli import main

main()
