"""Build side of the facts: read, check, translate and compile the YAML records."""
