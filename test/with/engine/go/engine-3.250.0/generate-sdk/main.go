// Writes the SDK of a Pulumi schema, as `pulumi package gen-sdk` does, whose language hosts Go cannot build:
// generate-sdk <schema.json> <python or go> <folder>.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	gogen "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// The schema refers to no other package.
var noOther = struct{ schema.ReferenceLoader }{}

func main() {
	if err := generate(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(from, language, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return err
	}
	described, err := schema.ImportSpec(spec, nil, noOther, schema.ValidationOptions{AllowDanglingReferences: true})
	if err != nil {
		return err
	}
	files, err := filesOf(described, language)
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func filesOf(described *schema.Package, language string) (map[string][]byte, error) {
	const tool = "pulumi-backup-plans"
	switch language {
	case "python":
		return python.GeneratePackage(tool, described, nil, noOther)
	case "go":
		return gogen.GeneratePackage(tool, described, nil)
	}
	return nil, fmt.Errorf("%s is neither python nor go", language)
}
