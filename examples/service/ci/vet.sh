#!/bin/sh
# Fails where go vet finds something, or where a file is not as gofmt writes it.
set -eu
go vet ./...
unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
  gofmt -d . || true
  echo "vet.sh: not as gofmt writes them: $unformatted" >&2
  exit 1
fi
