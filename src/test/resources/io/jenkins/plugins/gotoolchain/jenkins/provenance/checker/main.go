package main

import (
	"fmt"
	"os"

	provenance "github.com/in-toto/attestation/go/predicates/provenance/v1"
	intoto "github.com/in-toto/attestation/go/v1"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	statement := &intoto.Statement{}
	check(protojson.Unmarshal(text, statement))
	check(statement.Validate())
	predicate, err := protojson.Marshal(statement.GetPredicate())
	check(err)
	of := &provenance.Provenance{}
	check(protojson.Unmarshal(predicate, of))
	check(of.Validate())
	fmt.Println("valid")
}

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
