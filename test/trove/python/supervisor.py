"""Runs the real Keystone and the real trove-api on 127.0.0.1; argument: a state folder with settings.json.

Prints one line of JSON when both answer. Both end with this process, and it ends when its standard input does, so
nothing outlives the test that holds the other end, even when that test is killed.
"""

import ctypes
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import config
import keystone_seed
from keystone_client import Keystone

HERE = pathlib.Path(__file__).parent
BIN = pathlib.Path(sys.executable).parent
STATE = pathlib.Path(sys.argv[1])
SETTINGS = json.loads((STATE / "settings.json").read_text())
AUTH_URL = f"http://127.0.0.1:{SETTINGS['keystonePort']}/v3"
TROVE_URL = f"http://127.0.0.1:{SETTINGS['trovePort']}"
QUIET = {"PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": "1"}


def end_with_parent():
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


class Servers:
    def __init__(self):
        self.processes = {}

    def start(self, name, command, **environment):
        with open(STATE / f"{name}.log", "ab") as log:
            self.processes[name] = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=STATE,
                env={**os.environ, **QUIET, "REAL_TROVE_STATE": str(STATE), **environment},
                preexec_fn=end_with_parent,
            )

    def wait_for(self, name, url):
        while self.processes[name].poll() is None:
            try:
                urllib.request.urlopen(url, timeout=30).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        sys.exit(f"{name} ended: {(STATE / f'{name}.log').read_text()[-2000:]}")

    def stop(self):
        """Gunicorn must end its worker itself; Trove would first wait for idle connections."""
        ways = {"keystone": signal.SIGQUIT, "trove": signal.SIGKILL}
        for name, process in self.processes.items():
            process.send_signal(ways[name])
        for process in self.processes.values():
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def start_keystone(servers):
    conf = {"OS_KEYSTONE_CONFIG_FILES": str(STATE / "keystone.conf"), "OS_KEYSTONE_CONFIG_DIR": str(STATE)}
    servers.start("keystone", [BIN / "gunicorn"], **conf)


def run(servers):
    config.write(STATE, SETTINGS)
    is_new = not (STATE / "ids.json").exists()
    if is_new:
        keystone_seed.make_database(STATE, BIN, AUTH_URL)
        start_keystone(servers)
        servers.wait_for("keystone", AUTH_URL)
        keystone_seed.fill(STATE, AUTH_URL)
    keystone_seed.point_catalog_at(STATE, SETTINGS["trovePort"], SETTINGS["keystonePort"])
    if not is_new:
        start_keystone(servers)
    servers.start("trove", [sys.executable, HERE / "trove_server.py", STATE, str(SETTINGS["trovePort"])])
    servers.wait_for("keystone", AUTH_URL)
    servers.wait_for("trove", TROVE_URL + "/healthcheck")
    demo = Keystone(AUTH_URL)
    demo.login("demo", "demo")
    ids = json.loads((STATE / "ids.json").read_text())
    print(json.dumps({"token": demo.token, "password": config.PASSWORD, **ids}), flush=True)
    while all(process.poll() is None for process in servers.processes.values()):
        time.sleep(0.2)
    sys.exit("a server ended")


def end_with_input():
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    servers = Servers()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    threading.Thread(target=end_with_input, daemon=True).start()
    try:
        run(servers)
    finally:
        servers.stop()
        if SETTINGS["temporary"]:
            shutil.rmtree(STATE, ignore_errors=True)


main()
