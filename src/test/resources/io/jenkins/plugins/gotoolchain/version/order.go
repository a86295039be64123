//go:build ignore

// Sorts the names of Go releases, one a line on stdin, with Go's own go/version, for releases.txt and odd.txt:
//
//	go run order.go <names >releases.txt
//
// Names that compare as equal stand on one line, with tabs between them; those that Go finds malformed stand on the
// first, which starts with "!".
package main

import (
	"bufio"
	"fmt"
	"go/version"
	"os"
	"slices"
)

func main() {
	var names []string
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		names = append(names, in.Text())
	}
	slices.Sort(names)
	names = slices.Compact(names)
	slices.SortStableFunc(names, version.Compare)
	for i, name := range names {
		switch {
		case i == 0 && !version.IsValid(name):
			fmt.Print("!\t")
		case i > 0 && version.Compare(names[i-1], name) == 0:
			fmt.Print("\t")
		case i > 0:
			fmt.Println()
		}
		fmt.Print(name)
	}
	fmt.Println()
}
