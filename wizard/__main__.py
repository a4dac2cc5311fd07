"""`python -m wizard`: the commands of the project."""

import os
import sys

from wizard.commands import main

try:
    code = main(sys.argv[1:])
    sys.stdout.flush()
except BrokenPipeError:
    # The reader of the output (`| head`) has gone: nothing is wrong, and nothing more is to be said.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
sys.exit(code)
