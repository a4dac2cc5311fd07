"""Lighthouse on pages of the built site (`python -m wizard.bench.lighthouse`)."""
