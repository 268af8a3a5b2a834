"""One line per check on stdout: run.ts counts them."""

import json
import os
import urllib.request

urls = json.loads(os.environ["EMULATOR_URLS"])

ACCESS_KEY = "FAKEAK00000000000000"
SECRET_KEY = "fake-sk-for-tests-only-000000000000000000"
TEMPORARY_ACCESS_KEY = "FAKETEMPAK0000000000"
TEMPORARY_SECRET_KEY = "fake-temporary-sk-for-tests-only-00000000"
SECURITY_TOKEN = "fake-security-token-for-tests-only"
PROJECT_ID = "0549b4a43100d4f32f51c01c2fe4acdb"


def check(title, action):
    """Runs one check; what it returns is for the next ones."""
    try:
        result = action()
    except Exception as error:
        print(f"FAIL {title}: {type(error).__name__}: {error}", flush=True)
        return None
    print(f"ok {title}", flush=True)
    return result


def expect(actual, wanted):
    if actual != wanted:
        raise AssertionError(f"{actual!r}, not {wanted!r}")


def finish_work():
    """Turns the emulator's clock past the end of whatever was started, instead of waiting for it."""
    body = json.dumps({"advance": 120}).encode()
    headers = {"content-type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(urls["control"] + "/time", body, headers)).read()
