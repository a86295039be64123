// Command hello says which Go toolchain built it.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(greeting("world"))
}

func greeting(name string) string {
	return fmt.Sprintf("Hello, %s, from %s on %s/%s.", name, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
