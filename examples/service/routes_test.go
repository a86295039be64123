package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(path string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	routes().ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
	return answer
}

func TestGreets(t *testing.T) {
	if got := get("/greet/Ada").Body.String(); got != "Hello, Ada.\n" {
		t.Errorf("greeted with %q", got)
	}
}

func TestRefusesLongNames(t *testing.T) {
	if got := get("/greet/" + strings.Repeat("a", longestName+1)).Code; got != http.StatusBadRequest {
		t.Errorf("answered %d", got)
	}
}

func TestIsHealthy(t *testing.T) {
	if got := get("/healthz").Body.String(); got != "ok\n" {
		t.Errorf("answered %q", got)
	}
}

func TestListensWhereItIsTold(t *testing.T) {
	for given, want := range map[string]string{"": ":8080", "127.0.0.1:1": "127.0.0.1:1"} {
		refused := errors.New("refused")
		var got string
		err := serve(given, func(address string, _ http.Handler) error { got = address; return refused })
		if got != want || err != refused {
			t.Errorf("serve(%q) listened at %q and came to %v", given, got, err)
		}
	}
}

func BenchmarkGreeting(b *testing.B) {
	for b.Loop() {
		greeting("Ada Lovelace")
	}
}
