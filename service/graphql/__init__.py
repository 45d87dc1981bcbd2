"""GraphQL: the types that strawberry makes of the catalog, and the endpoint."""
