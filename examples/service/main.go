// Command service greets over HTTP.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	log.Fatal(serve(os.Getenv("LISTEN"), http.ListenAndServe))
}

func serve(address string, listen func(string, http.Handler) error) error {
	if address == "" {
		address = ":8080"
	}
	return listen(address, routes())
}
