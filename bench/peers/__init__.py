"""The peers: the same operations as good developers write them with other libraries."""
