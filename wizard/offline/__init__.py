"""The guide without the internet: service worker, "save for offline", installable app (see README.md)."""
