"""An API key for tests that has every scope, and the setting that makes a service know it."""

import hashlib
import json

KEY = "contract-tests-present-this-key-0123456789abcdef"
HEADERS = {"Authorization": f"Bearer {KEY}"}
CONFIGURED = {
    "ONRECORD_API_KEYS": json.dumps(
        [
            {
                "name": "contract",
                "sha256": hashlib.sha256(KEY.encode()).hexdigest(),
                "scopes": ["read", "write", "admin"],
            }
        ]
    )
}
"""The environment of a service that asks for the key."""
