"""The guide as a site: pages from facts, macros for the prose, print. Only hooks.py knows MkDocs."""
