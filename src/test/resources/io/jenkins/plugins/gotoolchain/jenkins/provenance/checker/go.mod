module example.com/check

go 1.22

require (
	github.com/in-toto/attestation v1.1.1
	google.golang.org/protobuf v1.36.6
)
