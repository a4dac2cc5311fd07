"""`python -m wizard`: the commands of the project."""

import sys

from wizard.commands import main

sys.exit(main(sys.argv[1:]))
