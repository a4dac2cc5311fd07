"""Wegweiser: facts, rules and pages for people between Germany and thirteen countries."""
