"""What a build costs when languages and countries are added."""
