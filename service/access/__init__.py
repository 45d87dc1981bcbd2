"""Who may: API keys, requests of this machine, origins and rates, for REST and GraphQL alike."""
