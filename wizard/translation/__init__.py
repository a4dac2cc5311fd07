"""The pages of docs/ in several languages: which sections of a translation are missing, outdated, orphaned or damaged."""
