// The vendors' published Go client, run against the emulator: one line per check on stdout.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
)

const (
	accessKey = "FAKEAK00000000000000"
	secretKey = "fake-sk-for-tests-only-000000000000000000"
	projectID = "0549b4a43100d4f32f51c01c2fe4acdb"
)

var urls map[string]string

func credentials(secret string) *basic.Credentials {
	keys, err := basic.NewCredentialsBuilder().WithAk(accessKey).WithSk(secret).WithProjectId(projectID).SafeBuild()
	if err != nil {
		panic(err)
	}
	return keys
}

func check(title string, action func() error) {
	if err := action(); err != nil {
		fmt.Printf("FAIL %s: %v\n", title, err)
		return
	}
	fmt.Printf("ok %s\n", title)
}

func expect[T comparable](err error, actual T, wanted T) error {
	if err == nil && actual != wanted {
		return fmt.Errorf("%v, not %v", actual, wanted)
	}
	return err
}

func expectRefusal(err error, status int, code string) error {
	var refusal *sdkerr.ServiceResponseError
	if !errors.As(err, &refusal) {
		return fmt.Errorf("%v, not a refusal", err)
	}
	return expect(nil, fmt.Sprint(refusal.StatusCode, refusal.ErrorCode), fmt.Sprint(status, code))
}

// finishWork turns the emulator's clock past the end of whatever was started, instead of waiting for it.
func finishWork() {
	answer, err := http.Post(urls["control"]+"/time", "application/json", bytes.NewBufferString(`{"advance": 120}`))
	if err != nil {
		panic(err)
	}
	answer.Body.Close()
}

func to[T any](value T) *T { return &value }

func main() {
	if err := json.Unmarshal([]byte(os.Getenv("EMULATOR_URLS")), &urls); err != nil {
		panic(err)
	}
	checkDds()
	checkGeminiDB()
	checkRds()
}
