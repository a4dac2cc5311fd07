"""The facts for other programs: JSON with its schema, CSV, GeoJSON, JSON-LD, a feed of changes, and lists of what there is."""
