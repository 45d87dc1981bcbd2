"""What GraphQL and REST share of HTTP: negotiation, bodies, and what a failure is told as."""
