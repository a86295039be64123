#!/bin/sh
# Tests with the race detector. Leaves report.xml for Jenkins and coverage.out, also where tests fail; then fails itself.
set -eu
rm -f report.xml coverage.out
code=0
go test -race -covermode=atomic -coverprofile=coverage.out -json ./... >test.json || code=$?
go run github.com/jstemmer/go-junit-report/v2@v2.1.0 -parser gojson -in test.json -out report.xml
exit $code
