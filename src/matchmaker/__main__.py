"""``python -m matchmaker``."""

from matchmaker.cli.app import main

main()
