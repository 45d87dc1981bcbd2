#!/bin/sh
# Writes the secrets of compose.yaml into deploy/secrets, once, and shows the API key, which is kept as a hash alone.
set -eu
folder="$(dirname "$0")/secrets"
if [ -e "$folder" ]; then
    echo "$folder is there already: a database that was made with these secrets opens by no others" >&2
    exit 1
fi
random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

password=$(random)
key=$(random)
hash=$(printf %s "$key" | sha256sum | cut -d ' ' -f 1)
# The folder is closed; in the containers their users, which this machine doesn't know, read the files.
umask 022
mkdir -m 700 "$folder"
printf %s "$password" > "$folder/postgres_password"
printf %s "postgresql://onrecord:$password@postgres/onrecord" > "$folder/database_url"
printf %s "[{\"name\": \"first\", \"sha256\": \"$hash\", \"scopes\": [\"admin\"]}]" > "$folder/api_keys"
echo "API key: $key"
