"""The routes, by what they are about. Each is a function from what is asked to an answer."""
