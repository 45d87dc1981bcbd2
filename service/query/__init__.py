"""The query compiler: a validated GraphQL operation in, one SQL statement and its parameters out. Pure."""
