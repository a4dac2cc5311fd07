"""`make serve`: builds the site, serves it and follows changes (README.md)."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
