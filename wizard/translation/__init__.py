"""The pages of docs/ in several languages: what is missing, outdated, orphaned or damaged."""
