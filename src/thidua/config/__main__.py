from thidua.config.cli import main

main()
