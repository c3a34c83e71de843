"""``python -m vnkp``."""

from vnkp.cli import main

main()
