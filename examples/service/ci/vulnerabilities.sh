#!/bin/sh
# Fails where the code calls something with a known vulnerability. Asks vuln.go.dev, or the database that GOVULNDB names.
set -eu
go run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ${GOVULNDB:+-db "$GOVULNDB"} ./...
