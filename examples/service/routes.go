package main

import (
	"fmt"
	"net/http"
	"strings"
)

const longestName = 100

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /greet/{name}", greet)
	return mux
}

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if len(name) > longestName {
		http.Error(w, "that name is too long", http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, greeting(name))
}

func greeting(name string) string {
	var text strings.Builder
	text.WriteString("Hello, ")
	text.WriteString(name)
	text.WriteString(".")
	return text.String()
}
