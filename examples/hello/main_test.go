package main

import (
	"strings"
	"testing"
)

func TestGreetingNamesWhoIsGreeted(t *testing.T) {
	if got := greeting("Ada"); !strings.HasPrefix(got, "Hello, Ada, from go") {
		t.Errorf("greeting(\"Ada\") = %q", got)
	}
}
