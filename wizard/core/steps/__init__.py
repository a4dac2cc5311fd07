"""Next steps by situation, each with the facts it rests on."""
