"""Measures what a visitor pays: bytes and start-up time (`make bench`)."""
