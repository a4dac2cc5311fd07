"""All regular routes to Germany, declared like the sections of the law they come from."""
